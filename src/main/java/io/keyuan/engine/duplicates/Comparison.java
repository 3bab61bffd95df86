package io.keyuan.engine.duplicates;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Sameness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Compares records that are there with each other, and keeps which are alike. */
@Component
class Comparison {

    private static final int TOGETHER = 2_000;

    private final Lookalikes lookalikes;
    private final ComparedRows rows;
    private final PairStore pairs;

    Comparison(Lookalikes lookalikes, ComparedRows rows, PairStore pairs) {
        this.lookalikes = lookalikes;
        this.rows = rows;
        this.pairs = pairs;
    }

    /** Looks again at some records; what they are like now is kept in the place of what they were like. */
    void settle(ObjectType type, Set<UUID> records) {
        List<Pair> found = new ArrayList<>();
        List<Lookalikes.Wanted> wanted = new ArrayList<>();
        rows.of(type, records).forEach(each -> wanted.add(new Lookalikes.Wanted(each.id(), each.row()::get)));
        lookalikes.find(type, wanted).forEach((self, others) -> others.stream()
                .filter(each -> each.match().isSame())
                .forEach(each -> found.add(Pair.of(self, each.id(), each.match()))));
        pairs.replace(type, records, found);
    }

    /**
     * Compares those that share a key.
     *
     * @param sharing the records of one key each
     * @return how many pairs were compared, and how many of them are alike
     */
    Done compare(ObjectType type, Collection<Set<UUID>> sharing) {
        Sameness sameness = Objects.requireNonNull(type.sameness());
        Set<UUID> all = new HashSet<>();
        sharing.forEach(all::addAll);
        Map<UUID, Profile> profiles = new HashMap<>();
        List<UUID> ids = List.copyOf(all);
        for (int from = 0; from < ids.size(); from += TOGETHER) {
            rows.of(type, ids.subList(from, Math.min(ids.size(), from + TOGETHER)))
                    .forEach(each -> profiles.put(each.id(), Profile.of(sameness, each.row()::get)));
        }
        Set<List<UUID>> compared = new HashSet<>();
        List<Pair> found = new ArrayList<>();
        sharing.forEach(records -> compare(List.copyOf(records), profiles, compared, found));
        pairs.add(type, found);
        return new Done(compared.size(), found.size());
    }

    record Done(int compared, int alike) {}

    private static void compare(List<UUID> records, Map<UUID, Profile> profiles, Set<List<UUID>> compared, List<Pair> found) {
        for (int i = 0; i < records.size(); i++) {
            for (int j = i + 1; j < records.size(); j++) {
                UUID one = records.get(i);
                UUID other = records.get(j);
                Profile mine = profiles.get(one);
                Profile theirs = profiles.get(other);
                boolean inOrder = one.toString().compareTo(other.toString()) < 0;
                if (mine != null && theirs != null && compared.add(inOrder ? List.of(one, other) : List.of(other, one))) {
                    Match match = Matcher.compare(mine, theirs);
                    if (match.isSame()) {
                        found.add(Pair.of(one, other, match));
                    }
                }
            }
        }
    }
}
