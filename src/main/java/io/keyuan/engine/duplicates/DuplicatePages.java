package io.keyuan.engine.duplicates;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.query.Titles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Groups of records that seem to be one, as pages show them: of each those the caller sees, with why they are together. */
@Component
class DuplicatePages {

    private static final int PAGE = 20;
    private static final int COUNTED = 1_000;

    private final PairStore pairs;
    private final Conditions conditions;
    private final Titles titles;
    private final ShownLookalikes shown;

    DuplicatePages(PairStore pairs, Conditions conditions, Titles titles, ShownLookalikes shown) {
        this.pairs = pairs;
        this.conditions = conditions;
        this.titles = titles;
        this.shown = shown;
    }

    /** A record of a group. */
    record Shown(UUID id, String title) {}

    /** Two of them. */
    record ShownPair(UUID one, UUID other, int score, List<Map<String, Object>> reasons) {}

    /** @param id null for pairs that are said not to be the same, each of which stands for itself */
    record Group(@Nullable UUID id, int score, List<Shown> records, List<ShownPair> pairs) {}

    /** @param exact whether there are no more than these */
    record Count(int value, boolean exact) {}

    /**
     * Some groups.
     *
     * @param next where the next page begins; null at the end
     * @param count of all groups, with the first page; null with further ones, and where it takes too long
     */
    record Page(List<Group> items, @Nullable String next, @Nullable Count count) {}

    Page open(ObjectType type, @Nullable String after) {
        var seen = PairStore.seesOne(type, conditions.visible(Right.READ, type, "a"), conditions.visible(Right.READ, type, "b"));
        List<PairStore.Head> heads = pairs.heads(type, seen, place(after), PAGE + 1);
        List<PairStore.Head> page = heads.size() > PAGE ? heads.subList(0, PAGE) : heads;
        Map<UUID, List<Pair>> ofGroup = pairs.of(page.stream().map(PairStore.Head::id).collect(Collectors.toSet())).stream()
                .collect(Collectors.groupingBy(pair -> java.util.Objects.requireNonNull(pair.group()), LinkedHashMap::new, Collectors.toList()));
        Map<UUID, String> named = titles(type, ofGroup.values().stream().flatMap(List::stream).toList());
        List<Group> groups = new ArrayList<>();
        page.forEach(head -> groups.add(group(type, head.id(), ofGroup.getOrDefault(head.id(), List.of()), named)));
        groups.removeIf(group -> group.pairs().isEmpty());
        return new Page(groups, heads.size() > PAGE ? page.getLast().score() + "." + page.getLast().id() : null,
                after == null ? counted(type, seen) : null);
    }

    /** The latest that were said not to be the same. */
    Page dismissed(ObjectType type) {
        List<Pair> latest = pairs.latestDismissed(type, PAGE * 5);
        Map<UUID, String> named = titles(type, latest);
        List<Group> groups = new ArrayList<>();
        latest.forEach(pair -> groups.add(group(type, null, List.of(pair), named)));
        groups.removeIf(group -> group.pairs().isEmpty());
        return new Page(groups, null, null);
    }

    /** Null where it takes too long to find as many as somebody sees. */
    private @Nullable Count counted(ObjectType type, Condition seen) {
        try {
            return count(pairs.count(type, seen, COUNTED + 1));
        } catch (DataAccessException tooLong) {
            return null;
        }
    }

    private static Count count(int counted) {
        return new Count(Math.min(COUNTED, counted), counted <= COUNTED);
    }

    private Group group(ObjectType type, @Nullable UUID id, List<Pair> pairsOfGroup, Map<UUID, String> named) {
        List<Pair> seen = pairsOfGroup.stream().filter(pair -> named.containsKey(pair.one()) && named.containsKey(pair.other())).toList();
        Set<UUID> records = new LinkedHashSet<>();
        seen.forEach(pair -> records.addAll(List.of(pair.one(), pair.other())));
        return new Group(
                id, seen.stream().mapToInt(Pair::score).max().orElse(0),
                records.stream().map(record -> new Shown(record, named.getOrDefault(record, ""))).toList(),
                seen.stream().map(pair -> shown(type, pair)).toList());
    }

    private ShownPair shown(ObjectType type, Pair pair) {
        return new ShownPair(pair.one(), pair.other(), pair.score(), shown.reasons(new Match(pair.score(), pair.because(type))));
    }

    /** Of those the caller sees. */
    private Map<UUID, String> titles(ObjectType type, List<Pair> some) {
        Set<UUID> records = new HashSet<>();
        some.forEach(pair -> records.addAll(List.of(pair.one(), pair.other())));
        return records.isEmpty() ? Map.of() : titles.of(type, records);
    }

    private static PairStore.@Nullable Place place(@Nullable String after) {
        if (after == null) {
            return null;
        }
        int dot = after.indexOf('.');
        try {
            return new PairStore.Place(Integer.parseInt(after.substring(0, Math.max(0, dot))), UUID.fromString(after.substring(dot + 1)));
        } catch (IllegalArgumentException e) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("page", "bad-parameter"));
        }
    }
}
