package io.keyuan.engine.duplicates;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Column;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.sql.Insert;
import io.keyuan.engine.sql.Statements;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Pairs of records that seem to be one, and the groups they make; of the current caller's company. Whoever changes them holds {@link Positions#hold}. */
@Repository
class PairStore {

    private static final Table<Record> PAIR = Tables.of("duplicate_pair", "p");
    private static final Table<Record> GROUP = Tables.of("duplicate_group", "g");
    private static final Field<UUID> ONE = Tables.uuid("p", "one_id");
    private static final Field<UUID> OTHER = Tables.uuid("p", "other_id");
    private static final Field<UUID> PAIRS_GROUP = Tables.uuid("p", "group_id");
    private static final Field<Long> SCORE = Tables.number("p", "score");
    private static final Field<String> REASONS = Tables.text("p", "reasons");
    private static final Field<OffsetDateTime> FOUND = Tables.time("p", "found_at");
    private static final Field<OffsetDateTime> DISMISSED = Tables.time("p", "dismissed_at");

    private static final List<Column> COLUMNS = List.of(
            column("one_id", "uuid"), column("other_id", "uuid"), column("object", "text"), column("group_id", "uuid"),
            column("score", "bigint"), column("reasons", "text"), column("found_at", "timestamptz"));
    private static final Insert INSERT = new Insert("duplicate_pair", COLUMNS, "on conflict (tenant_id, one_id, other_id) do update set "
            + "group_id = excluded.group_id, score = excluded.score, reasons = excluded.reasons, found_at = excluded.found_at");
    private static final Insert INSERT_GROUP = new Insert(
            "duplicate_group", List.of(column("id", "uuid"), column("object", "text"), column("score", "bigint")),
            "on conflict (tenant_id, id) do update set score = excluded.score");

    private final DSLContext sql;
    private final Statements statements;

    PairStore(DSLContext sql, Statements statements) {
        this.sql = sql;
        this.statements = statements;
    }

    private static Column column(String name, String type) {
        return new Column(name, type, true, "");
    }

    /** Those of which somebody has said that they are not the same as one of these, by the latter. */
    Map<UUID, Set<UUID>> dismissed(Collection<UUID> records) {
        Map<UUID, Set<UUID>> dismissed = new HashMap<>();
        UUID[] all = records.toArray(UUID[]::new);
        sql.select(ONE, OTHER).from(PAIR).where(Tables.ofTenant("p")).and(DISMISSED.isNotNull())
                .and(Tables.among(ONE, all).or(Tables.among(OTHER, all)))
                .forEach(row -> {
                    dismissed.computeIfAbsent(row.value1(), any -> new HashSet<>()).add(row.value2());
                    dismissed.computeIfAbsent(row.value2(), any -> new HashSet<>()).add(row.value1());
                });
        return dismissed;
    }

    /** Puts pairs down that were found now; those that are dismissed stay so. */
    void add(ObjectType type, Collection<Pair> found) {
        replace(type, Set.of(), found);
    }

    /**
     * All pairs that these records are in now, in the place of those they were in.
     *
     * @param found with at least one of them in each
     */
    void replace(ObjectType type, Set<UUID> records, Collection<Pair> found) {
        Set<UUID> touched = new HashSet<>(records);
        found.forEach(pair -> touched.addAll(List.of(pair.one(), pair.other())));
        if (touched.isEmpty()) {
            return;
        }
        Map<UUID, Set<UUID>> dismissed = dismissed(touched);
        Set<UUID> groups = groupsOf(touched);
        if (groups.isEmpty() && found.isEmpty()) {
            return;
        }
        Map<List<UUID>, Pair> pairs = new LinkedHashMap<>();
        of(groups).stream()
                .filter(pair -> !records.contains(pair.one()) && !records.contains(pair.other()))
                .forEach(pair -> pairs.put(List.of(pair.one(), pair.other()), pair));
        found.stream()
                .filter(pair -> !dismissed.getOrDefault(pair.one(), Set.of()).contains(pair.other()))
                .forEach(pair -> pairs.merge(List.of(pair.one(), pair.other()), pair, (before, now) -> before.group() == null ? now : now.in(before.group())));
        regroup(type, groups, pairs.values(), found);
    }

    private void regroup(ObjectType type, Set<UUID> groups, Collection<Pair> pairs, Collection<Pair> found) {
        Instant now = Instant.now();
        Set<List<UUID>> fresh = new HashSet<>();
        found.forEach(pair -> fresh.add(List.of(pair.one(), pair.other())));
        Map<List<UUID>, OffsetDateTime> since = found(groups);
        forget(groups);
        List<Pair> grouped = Grouping.of(pairs);
        if (grouped.isEmpty()) {
            return;
        }
        @Nullable Object[][] values = new Object[COLUMNS.size()][grouped.size()];
        Map<UUID, Long> scores = new LinkedHashMap<>();
        for (int i = 0; i < grouped.size(); i++) {
            Pair pair = grouped.get(i);
            List<UUID> key = List.of(pair.one(), pair.other());
            values[0][i] = pair.one();
            values[1][i] = pair.other();
            values[2][i] = type.name();
            values[3][i] = pair.group();
            values[4][i] = (long) pair.score();
            values[5][i] = pair.reasons();
            values[6][i] = fresh.contains(key) || !since.containsKey(key) ? Tables.bound(now) : since.get(key);
            scores.merge(Objects.requireNonNull(pair.group()), (long) pair.score(), Math::max);
        }
        List<UUID> ids = List.copyOf(scores.keySet());
        @Nullable Object[][] heads = new Object[3][ids.size()];
        for (int i = 0; i < ids.size(); i++) {
            heads[0][i] = ids.get(i);
            heads[1][i] = type.name();
            heads[2][i] = scores.get(ids.get(i));
        }
        statements.execute(List.of(INSERT_GROUP.of(heads), INSERT.of(values)));
    }

    private Map<List<UUID>, OffsetDateTime> found(Set<UUID> groups) {
        Map<List<UUID>, OffsetDateTime> found = new HashMap<>();
        if (!groups.isEmpty()) {
            sql.select(ONE, OTHER, FOUND).from(PAIR).where(inGroups(groups))
                    .forEach(row -> found.put(List.of(row.value1(), row.value2()), row.value3()));
        }
        return found;
    }

    private Set<UUID> groupsOf(Set<UUID> records) {
        UUID[] all = records.toArray(UUID[]::new);
        return new HashSet<>(sql.selectDistinct(PAIRS_GROUP).from(PAIR).where(Tables.ofTenant("p")).and(PAIRS_GROUP.isNotNull())
                .and(Tables.among(ONE, all).or(Tables.among(OTHER, all)))
                .fetch(PAIRS_GROUP));
    }

    /** The pairs of some groups. */
    List<Pair> of(Set<UUID> groups) {
        return groups.isEmpty() ? List.of() : sql.select(ONE, OTHER, PAIRS_GROUP, SCORE, REASONS).from(PAIR).where(inGroups(groups))
                .orderBy(SCORE.desc(), ONE, OTHER)
                .fetch(row -> new Pair(row.value1(), row.value2(), row.value3(), row.value4().intValue(), row.value5()));
    }

    /** Those of which both are among these records. */
    List<Pair> among(Collection<UUID> records) {
        UUID[] all = records.toArray(UUID[]::new);
        return sql.select(ONE, OTHER, PAIRS_GROUP, SCORE, REASONS).from(PAIR).where(Tables.ofTenant("p")).and(PAIRS_GROUP.isNotNull())
                .and(Tables.among(ONE, all)).and(Tables.among(OTHER, all))
                .fetch(row -> new Pair(row.value1(), row.value2(), row.value3(), row.value4().intValue(), row.value5()));
    }

    private static Condition inGroups(Set<UUID> groups) {
        return Tables.ofTenant("p").and(Tables.among(PAIRS_GROUP, groups.toArray(UUID[]::new)));
    }

    private void forget(Set<UUID> groups) {
        if (!groups.isEmpty()) {
            sql.deleteFrom(PAIR).where(inGroups(groups)).execute();
            sql.deleteFrom(GROUP).where(Tables.ofTenant("g")).and(Tables.among(Tables.uuid("g", "id"), groups.toArray(UUID[]::new))).execute();
        }
    }

    /** Says of pairs that they are not the same, and has what is left of their groups put together anew. */
    void dismiss(ObjectType type, Collection<Pair> dismissed) {
        Set<UUID> groups = new HashSet<>();
        Set<List<UUID>> gone = new HashSet<>();
        dismissed.forEach(pair -> {
            groups.add(Objects.requireNonNull(pair.group()));
            gone.add(List.of(pair.one(), pair.other()));
        });
        List<Pair> left = new ArrayList<>(of(groups));
        left.removeIf(pair -> gone.contains(List.of(pair.one(), pair.other())));
        for (Pair pair : dismissed) {
            sql.update(PAIR)
                    .set(bare(PAIRS_GROUP), DSL.inline((UUID) null, PAIRS_GROUP))
                    .set(bare(DISMISSED), Tables.bound(Instant.now()))
                    .set(bare(Tables.uuid("p", "dismissed_by")), Caller.current().person())
                    .where(Tables.ofTenant("p")).and(ONE.eq(pair.one())).and(OTHER.eq(pair.other()))
                    .execute();
        }
        regroup(type, groups, left, List.of());
    }

    /** Forgets that these were said not to be the same. */
    void reopen(Collection<UUID> records) {
        UUID[] all = records.toArray(UUID[]::new);
        sql.deleteFrom(PAIR).where(Tables.ofTenant("p")).and(DISMISSED.isNotNull())
                .and(Tables.among(ONE, all)).and(Tables.among(OTHER, all)).execute();
    }

    /** Those that have not been found again since a moment are no more. */
    void sweep(ObjectType type, Instant before, int limit) {
        Set<UUID> groups = new HashSet<>(sql.selectDistinct(PAIRS_GROUP).from(PAIR).where(Tables.ofTenant("p")).and(PAIRS_GROUP.isNotNull())
                .and(Tables.text("p", "object").eq(type.name())).and(FOUND.lt(Tables.bound(before))).limit(limit).fetch(PAIRS_GROUP));
        if (!groups.isEmpty()) {
            List<Pair> left = sql.select(ONE, OTHER, PAIRS_GROUP, SCORE, REASONS).from(PAIR).where(inGroups(groups)).and(FOUND.ge(Tables.bound(before)))
                    .fetch(row -> new Pair(row.value1(), row.value2(), row.value3(), row.value4().intValue(), row.value5()));
            regroup(type, groups, left, List.of());
        }
    }

    boolean hasOlder(ObjectType type, Instant before) {
        return sql.fetchExists(PAIR, Tables.ofTenant("p"), PAIRS_GROUP.isNotNull(), Tables.text("p", "object").eq(type.name()), FOUND.lt(Tables.bound(before)));
    }

    /** Whatever is known of records that are no more. */
    void forget(ObjectType type, Collection<UUID> records) {
        replace(type, Set.copyOf(records), List.of());
        UUID[] all = records.toArray(UUID[]::new);
        sql.deleteFrom(PAIR).where(Tables.ofTenant("p")).and(Tables.among(ONE, all).or(Tables.among(OTHER, all))).execute();
    }

    // ---- pages ----

    /** Where a page of groups ends. */
    record Place(int score, UUID id) {}

    /** A group, by its highest pair. */
    record Head(UUID id, int score) {}

    /** The next groups, those whose records are most alike first, of which the caller sees at least two that are alike. */
    List<Head> heads(ObjectType type, Condition seen, @Nullable Place after, int limit) {
        Field<Long> score = Tables.number("g", "score");
        Field<UUID> id = Tables.uuid("g", "id");
        return sql.select(id, score).from(GROUP)
                .where(Tables.ofTenant("g"))
                .and(Tables.text("g", "object").eq(type.name()))
                .and(after == null ? DSL.noCondition() : score.lt((long) after.score()).or(score.eq((long) after.score()).and(id.gt(after.id()))))
                .and(seen)
                .orderBy(score.desc(), id)
                .limit(limit)
                .queryTimeout(3)
                .fetch(row -> new Head(row.value1(), row.value2().intValue()));
    }

    /** How many groups there are of which the caller sees two that are alike, up to a limit. */
    int count(ObjectType type, Condition seen, int limit) {
        return sql.selectCount()
                .from(DSL.selectOne().from(GROUP)
                        .where(Tables.ofTenant("g"))
                        .and(Tables.text("g", "object").eq(type.name()))
                        .and(seen)
                        .limit(limit)
                        .asTable(DSL.name("counted")))
                .queryTimeout(3)
                .fetchSingle(0, int.class);
    }

    /** Whether somebody sees both records of one of a group's pairs. */
    static Condition seesOne(ObjectType type, Condition one, Condition other) {
        return DSL.exists(DSL.selectOne()
                .from(PAIR)
                .where(Tables.ofTenant("p"))
                .and(PAIRS_GROUP.eq(Tables.uuid("g", "id")))
                .and(isThere(type, "a", ONE, one))
                .and(isThere(type, "b", OTHER, other)));
    }

    private static Condition isThere(ObjectType type, String alias, Field<UUID> id, Condition seen) {
        return DSL.exists(DSL.selectOne()
                .from(Tables.of(type, alias))
                .where(Tables.ofTenant(alias))
                .and(Tables.uuid(alias, "id").eq(id))
                .and(Tables.alive(alias))
                .and(seen));
    }

    /** The latest that were dismissed. */
    List<Pair> latestDismissed(ObjectType type, int limit) {
        return sql.select(ONE, OTHER, SCORE, REASONS).from(PAIR)
                .where(Tables.ofTenant("p"))
                .and(Tables.text("p", "object").eq(type.name()))
                .and(DISMISSED.isNotNull())
                .orderBy(DISMISSED.desc())
                .limit(limit)
                .fetch(row -> new Pair(row.value1(), row.value2(), null, row.value3().intValue(), row.value4()));
    }

    @Nullable OffsetDateTime scannedAt(ObjectType type) {
        return sql.select(max(Tables.time("b", "scanned_at"))).from(Tables.of("duplicate_base", "b"))
                .where(Tables.ofTenant("b")).and(Tables.text("b", "object").eq(type.name()))
                .fetchOne(row -> row.value1());
    }

    void scanned(ObjectType type, Instant at) {
        sql.update(Tables.of("duplicate_base", "b")).set(bare(Tables.time("b", "scanned_at")), Tables.bound(at))
                .where(Tables.ofTenant("b")).and(Tables.text("b", "object").eq(type.name())).execute();
    }

    private static <T> Field<T> bare(Field<T> column) {
        return field(name(column.getName()), column.getDataType());
    }
}
