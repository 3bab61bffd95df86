package io.keyuan.engine.merge;

import io.keyuan.engine.Column;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.sql.Insert;
import io.keyuan.engine.sql.Statements;
import io.keyuan.engine.sql.Tables;
import io.keyuan.engine.undo.ChangedBeside;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What came along with merged records, so that it can go back with them. */
@Component
class CameAlong implements ChangedBeside {

    private static final String TABLE = "merged_belonging";
    private static final Field<UUID> JOB = Tables.uuid("b", "job_id");
    private static final Field<String> PART = Tables.text("b", "part");
    private static final Field<UUID> ROW = Tables.uuid("b", "row_id");
    private static final Field<String> DETAIL = Tables.text("b", "detail");
    private static final Field<UUID> FROM = Tables.uuid("b", "from_id");

    private final Insert insert = new Insert(
            TABLE,
            List.of(
                    new Column("job_id", "uuid", true, ""), new Column("part", "text", true, ""), new Column("row_id", "uuid", true, ""),
                    new Column("detail", "text", true, ""), new Column("from_id", "uuid", true, "")),
            "");
    private final DSLContext sql;
    private final Statements statements;
    private final ObjectTypes types;
    private final MergedRecords merged;
    private final List<Belongings> all;

    CameAlong(DSLContext sql, Statements statements, ObjectTypes types, MergedRecords merged, List<Belongings> all) {
        this.sql = sql;
        this.statements = statements;
        this.types = types;
        this.merged = merged;
        this.all = all.stream().sorted(Comparator.comparing(Belongings::name)).toList();
    }

    /** How many of each kind of thing these records have, by its name; kinds of which they have none are left out. */
    Map<String, Map<UUID, Integer>> count(ObjectType type, Set<UUID> records) {
        Map<String, Map<UUID, Integer>> counts = new LinkedHashMap<>();
        all.forEach(each -> counts.put(each.name(), each.count(type, records)));
        counts.values().removeIf(Map::isEmpty);
        return counts;
    }

    /** @return how many rows came along */
    int bring(ObjectType type, UUID job, UUID into, Set<UUID> from) {
        int rows = 0;
        for (Belongings each : all) {
            List<Belongings.Brought> brought = each.bring(type, into, from);
            note(job, each.name(), brought);
            rows += brought.size();
        }
        return rows;
    }

    private void note(UUID job, String part, List<Belongings.Brought> brought) {
        if (!brought.isEmpty()) {
            statements.execute(List.of(insert.of(new @Nullable Object[][] {
                filled(brought.size(), job), filled(brought.size(), part),
                brought.stream().map(Belongings.Brought::row).toArray(), brought.stream().map(Belongings.Brought::detail).toArray(),
                brought.stream().map(Belongings.Brought::from).toArray()
            })));
        }
    }

    private static @Nullable Object[] filled(int rows, Object value) {
        @Nullable Object[] filled = new Object[rows];
        Arrays.fill(filled, value);
        return filled;
    }

    /** Whatever belongs to a record that could not come back waits for it. */
    @Override
    public TakenBack takeBack(UUID job, int limit) {
        MergedRecords.Merged made = merged.of(job);
        ObjectType type = made == null ? null : types.byName(made.object());
        if (made == null || type == null) {
            return new TakenBack(0, 0);
        }
        Set<UUID> gone = merged.gone(type, job);
        Set<UUID> back = made.from().stream().filter(record -> !gone.contains(record)).collect(Collectors.toSet());
        if (back.isEmpty()) {
            return new TakenBack(0, 0);
        }
        Map<String, List<Belongings.Brought>> noted = noted(job, back, limit);
        for (Belongings each : all) {
            List<Belongings.Brought> brought = noted.get(each.name());
            if (brought != null) {
                each.giveBack(type, made.into(), brought);
            }
        }
        int rows = noted.values().stream().mapToInt(List::size).sum();
        if (rows < limit) {
            merged.undone(job, back);
        }
        return new TakenBack(rows, 0);
    }

    /** Some of what came along with these, which is noted no more. */
    private Map<String, List<Belongings.Brought>> noted(UUID job, Set<UUID> from, int limit) {
        Map<String, List<Belongings.Brought>> noted = new LinkedHashMap<>();
        sql.select(PART, ROW, DETAIL, FROM)
                .from(Tables.of(TABLE, "b"))
                .where(Tables.ofTenant("b"))
                .and(JOB.eq(job))
                .and(Tables.among(FROM, from.toArray(UUID[]::new)))
                .orderBy(PART, ROW, DETAIL)
                .limit(limit)
                .forEach(row -> noted.computeIfAbsent(row.value1(), any -> new ArrayList<>())
                        .add(new Belongings.Brought(row.value2(), row.value3(), row.value4())));
        noted.forEach((part, brought) -> sql.deleteFrom(Tables.of(TABLE, "b"))
                .where(Tables.ofTenant("b"))
                .and(JOB.eq(job))
                .and(PART.eq(Objects.requireNonNull(part)))
                .and(DSL.row(ROW, DETAIL).in(brought.stream().map(each -> DSL.row(each.row(), each.detail())).toList()))
                .execute());
        return noted;
    }
}
