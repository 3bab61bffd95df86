package io.keyuan.engine.imports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.BadValue;
import io.keyuan.engine.Draft;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Sameness;
import io.keyuan.engine.duplicates.AmongThemselves;
import io.keyuan.engine.pipeline.Coercions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows of one file that are about the same, by what makes records so. */
@Component
final class Namesakes {

    private final Coercions coercions;

    Namesakes(Coercions coercions) {
        this.coercions = coercions;
    }

    /** @return all of them, in rounds in each of which none is a namesake of another; one round where nobody minds */
    List<Map<Candidate, Draft>> apart(ObjectType type, Map<Candidate, Draft> drafts) {
        Sameness sameness = type.sameness();
        if (drafts.isEmpty()) {
            return List.of();
        }
        if (sameness == null || drafts.values().stream().allMatch(draft -> draft.lookalikes() == Draft.Lookalikes.IGNORED)) {
            return List.of(drafts);
        }
        var among = new AmongThemselves(sameness);
        List<Map<Candidate, Draft>> rounds = new ArrayList<>();
        List<Integer> roundOf = new ArrayList<>();
        drafts.forEach((candidate, draft) -> {
            int round = among.add(attribute -> value(attribute, candidate)).stream().mapToInt(before -> roundOf.get(before) + 1).max().orElse(0);
            if (round == rounds.size()) {
                rounds.add(new LinkedHashMap<>());
            }
            rounds.get(round).put(candidate, draft);
            roundOf.add(round);
        });
        return rounds;
    }

    /** What the record will have of it; null also where that cannot be: the pipeline says so later. */
    private @Nullable Object value(Attribute<?> attribute, Candidate candidate) {
        Object json = candidate.input().get(attribute.name());
        try {
            return json == null || json instanceof String text && text.isBlank() ? null : attribute.type().coerce(json, coercions.of(attribute));
        } catch (BadValue wrong) {
            return null;
        }
    }
}
