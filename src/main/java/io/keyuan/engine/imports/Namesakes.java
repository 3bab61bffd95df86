package io.keyuan.engine.imports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Draft;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Sameness;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of one file that say the same where hardly two records do: in their names, numbers or codes. */
final class Namesakes {

    private Namesakes() {}

    /** @return all of them, in rounds in each of which none is a namesake of another; one round where nobody minds */
    static List<Map<Candidate, Draft>> apart(ObjectType type, Map<Candidate, Draft> drafts) {
        Sameness sameness = type.sameness();
        if (drafts.isEmpty()) {
            return List.of();
        }
        if (sameness == null || drafts.values().stream().allMatch(draft -> draft.lookalikes() == Draft.Lookalikes.IGNORED)) {
            return List.of(drafts);
        }
        List<Map<Candidate, Draft>> rounds = new ArrayList<>();
        List<Set<String>> marks = new ArrayList<>();
        drafts.forEach((candidate, draft) -> {
            Set<String> own = marks(sameness, candidate);
            int round = rounds.size();
            while (round > 0 && Collections.disjoint(marks.get(round - 1), own)) {
                round--;
            }
            if (round == rounds.size()) {
                rounds.add(new LinkedHashMap<>());
                marks.add(new HashSet<>());
            }
            rounds.get(round).put(candidate, draft);
            marks.get(round).addAll(own);
        });
        return rounds;
    }

    private static Set<String> marks(Sameness sameness, Candidate candidate) {
        Attribute<String> registered = sameness.registered();
        return Stream.of(Stream.of(sameness.name()), sameness.exact().stream(), registered == null ? Stream.<Attribute<String>>empty() : Stream.of(registered))
                .flatMap(attributes -> attributes)
                .filter(attribute -> candidate.input().get(attribute.name()) instanceof String text && !text.isBlank())
                .map(attribute -> attribute.name() + " " + String.valueOf(candidate.input().get(attribute.name())).strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
