package io.keyuan.engine.duplicates;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Sameness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the records like some others, all of them with one look at the keys and one at the records that have them. */
@Component
class Lookalikes {

    private static final int SHOWN = 20;

    private final KeyStore keys;
    private final ComparedRows rows;
    private final Access access;

    Lookalikes(KeyStore keys, ComparedRows rows, Access access) {
        this.keys = keys;
        this.rows = rows;
        this.access = access;
    }

    /**
     * A record to which others like it are wanted.
     *
     * @param self its id, which is never like itself
     * @param values what it has, or shall have, of each attribute
     */
    record Wanted(UUID self, Function<Attribute<?>, @Nullable Object> values) {}

    /** A record like it. */
    record Found(ComparedRows.Compared compared, Match match) {

        UUID id() {
            return compared.id();
        }
    }

    /** As far as the caller may know it: by attributes they may read. */
    Map<UUID, List<Found>> findFor(ObjectType type, Collection<Wanted> wanted) {
        return find(type, wanted, access::mayRead);
    }

    /** As the program knows it. */
    Map<UUID, List<Found>> find(ObjectType type, Collection<Wanted> wanted) {
        return find(type, wanted, attribute -> true);
    }

    private Map<UUID, List<Found>> find(ObjectType type, Collection<Wanted> wanted, Predicate<Attribute<?>> known) {
        Sameness sameness = Objects.requireNonNull(type.sameness());
        Map<UUID, Profile> profiles = new HashMap<>();
        Map<UUID, Set<Long>> keysOf = new HashMap<>();
        wanted.forEach(each -> {
            Profile profile = Profile.of(sameness, among(each.values(), known));
            profiles.put(each.self(), profile);
            keysOf.put(each.self(), Keys.of(profile));
        });
        Map<Long, Set<UUID>> holders = keys.find(type, keysOf.values().stream().flatMap(Set::stream).toList());
        Map<UUID, ComparedRows.Compared> compared = new HashMap<>();
        rows.of(type, holders.values().stream().flatMap(Set::stream).distinct().toList()).forEach(row -> compared.put(row.id(), row));
        Map<UUID, Profile> others = new HashMap<>();
        compared.forEach((id, row) -> others.put(id, Profile.of(sameness, among(row.row()::get, known))));
        Map<UUID, List<Found>> found = new HashMap<>();
        keysOf.forEach((self, itsKeys) -> {
            Set<UUID> near = new HashSet<>();
            itsKeys.forEach(key -> near.addAll(holders.getOrDefault(key, Set.of())));
            near.remove(self);
            found.put(self, best(Objects.requireNonNull(profiles.get(self)), near, others, compared));
        });
        return found;
    }

    private static List<Found> best(Profile profile, Set<UUID> near, Map<UUID, Profile> others, Map<UUID, ComparedRows.Compared> compared) {
        List<Found> best = new ArrayList<>();
        for (UUID id : near) {
            Profile other = others.get(id);
            if (other != null) {
                Match match = Matcher.compare(profile, other);
                if (match.score() >= Match.WORTH_A_LOOK) {
                    best.add(new Found(Objects.requireNonNull(compared.get(id)), match));
                }
            }
        }
        best.sort(Comparator.comparingInt((Found each) -> each.match().score()).reversed().thenComparing(Found::id));
        return best.size() > SHOWN ? List.copyOf(best.subList(0, SHOWN)) : best;
    }

    private static Function<Attribute<?>, @Nullable Object> among(Function<Attribute<?>, @Nullable Object> values, Predicate<Attribute<?>> known) {
        return attribute -> known.test(attribute) ? values.apply(attribute) : null;
    }
}
