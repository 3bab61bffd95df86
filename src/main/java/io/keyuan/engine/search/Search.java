package io.keyuan.engine.search;

import static org.jooq.impl.DSL.noCondition;

import io.keyuan.engine.Access;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Reach;
import io.keyuan.engine.Right;
import io.keyuan.engine.sql.Lexemes;
import io.keyuan.engine.sql.Tables;
import io.keyuan.engine.text.Folding;
import io.keyuan.engine.text.SearchQuery;
import io.keyuan.engine.text.SearchTokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds records of any object the caller may see. The index is asked for tokens, the text is looked at again, and the best
 * match of the newest candidates comes first.
 */
@Component
public class Search {

    private static final int SECONDS = 3;

    /** How many of the newest candidates are ranked: enough that a record one means is among them, few enough to be quick. */
    private static final int CANDIDATES = 200;

    private final DSLContext sql;
    private final ObjectTypes types;
    private final Access access;

    Search(DSLContext sql, ObjectTypes types, Access access) {
        this.sql = sql;
        this.types = types;
        this.access = access;
    }

    /** @param only one object, or null for all */
    public Found find(String typed, @Nullable ObjectType only, int limit) {
        SearchQuery query = SearchTokens.query(typed);
        if (query.isEmpty()) {
            return new Found(List.of(), Map.of());
        }
        List<Hit> candidates = new ArrayList<>();
        reaches(only).forEach((reach, objects) -> candidates.addAll(candidates(query, reach, objects)));
        String folded = Folding.fold(typed).strip();
        List<Hit> hits = candidates.stream()
                .filter(hit -> query.matches(hit.title(), hit.body() == null ? "" : hit.body()))
                .sorted(Comparator.comparingInt((Hit hit) -> hit.distance(folded)).thenComparing(Hit::id, Comparator.reverseOrder()))
                .toList();
        return new Found(hits.stream().limit(limit).toList(), more(hits, limit));
    }

    /** Objects that the caller reaches alike are searched together. */
    private Map<Reach, List<String>> reaches(@Nullable ObjectType only) {
        Map<Reach, List<String>> reaches = new LinkedHashMap<>();
        for (ObjectType type : types.all()) {
            Reach reach = access.reach(Right.READ, type);
            if (type.can(Capability.SEARCHABLE) && !(reach instanceof Reach.Nothing) && (only == null || only.equals(type))) {
                reaches.computeIfAbsent(reach, any -> new ArrayList<>()).add(type.name());
            }
        }
        return reaches;
    }

    private List<Hit> candidates(SearchQuery query, Reach reach, List<String> objects) {
        return sql.select(
                        Tables.uuid("d", "record_id"), Tables.text("d", "object"), Tables.text("d", "title"),
                        Tables.text("d", "subtitle"), Tables.text("d", "body"))
                .from(Tables.of("search_document", "d"))
                .where(Tables.ofTenant("d"))
                .and(Lexemes.found(query.tsquery()))
                .and(within(reach, objects))
                .orderBy(Tables.uuid("d", "record_id").desc())
                .limit(CANDIDATES)
                .queryTimeout(SECONDS)
                .fetch(row -> new Hit(row.value2(), row.value1(), row.value3(), row.value4(), row.value5()));
    }

    private Condition within(Reach reach, List<String> objects) {
        Condition ofObjects = objects.size() == searched() ? noCondition() : Tables.text("d", "object").in(objects);
        return switch (reach) {
            case Reach.OwnedBy owned when owned.people().size() == 1 ->
                ofObjects.and(Tables.uuid("d", "owner_id").eq(owned.people().iterator().next()));
            case Reach.OwnedBy owned -> ofObjects.and(Tables.uuid("d", "owner_id").in(owned.people()));
            case Reach.Everything everything -> ofObjects.and(belongingToNobody(objects));
            case Reach.Nothing nothing -> throw new IllegalStateException("nothing is not searched");
        };
    }

    /** What nobody owns is little beside what people own: the index on owners leads to it past all of that. */
    private Condition belongingToNobody(List<String> objects) {
        boolean nobodys = objects.stream()
                .noneMatch(name -> Objects.requireNonNull(types.byName(name)).can(Capability.OWNED));
        return nobodys ? Tables.uuid("d", "owner_id").isNull() : noCondition();
    }

    private long searched() {
        return types.all().stream().filter(type -> type.can(Capability.SEARCHABLE)).count();
    }

    private static Map<String, Boolean> more(List<Hit> hits, int limit) {
        Map<String, Boolean> more = new LinkedHashMap<>();
        hits.stream().skip(limit).forEach(hit -> more.put(hit.object(), true));
        return more;
    }

    /**
     * What was found.
     *
     * @param more the objects of which there are further hits
     */
    public record Found(List<Hit> hits, Map<String, Boolean> more) {}

    /**
     * One record found.
     *
     * @param object the object's name in code
     * @param body every other text it is found by, a line each
     */
    public record Hit(String object, UUID id, String title, @Nullable String subtitle, @Nullable String body) {

        /** The line of its other texts by which it was found; null where its title says it. */
        public @Nullable String matched(SearchQuery query) {
            if (body == null || query.matches(title, "")) {
                return null;
            }
            return body.lines().filter(line -> query.matches("", line)).findFirst().orElse(null);
        }

        private int distance(String folded) {
            String own = Folding.fold(title);
            return own.equals(folded) ? 0 : own.startsWith(folded) ? 1 : own.contains(folded) ? 2 : 3;
        }
    }
}
