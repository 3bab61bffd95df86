package io.keyuan.engine.timeline;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.merge.Belongings;
import io.keyuan.engine.sql.Tables;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Whoever followed a record that becomes another follows that; they follow no more records than before. */
@Component
class MergedFollows implements Belongings {

    private final DSLContext sql;

    MergedFollows(DSLContext sql) {
        this.sql = sql;
    }

    private record Row(UUID person, UUID record, OffsetDateTime since, OffsetDateTime seenAt, UUID seenId) {}

    @Override
    public String name() {
        return "follows";
    }

    @Override
    public Map<UUID, Integer> count(ObjectType type, Set<UUID> records) {
        return sql.select(FollowTable.RECORD, DSL.count())
                .from(Tables.of("follow", "f"))
                .where(Tables.ofTenant("f"))
                .and(Tables.among(FollowTable.RECORD, records.toArray(UUID[]::new)))
                .groupBy(FollowTable.RECORD)
                .fetchMap(FollowTable.RECORD, DSL.count());
    }

    /** Their own rows stay with the records that go, where nobody looks, and are there when those come back. */
    @Override
    public List<Brought> bring(ObjectType type, UUID into, Set<UUID> from) {
        Set<UUID> there = new HashSet<>(of(Set.of(into)).stream().map(Row::person).toList());
        Map<UUID, Row> missing = new LinkedHashMap<>();
        of(from).stream().filter(row -> !there.contains(row.person())).forEach(row -> missing.putIfAbsent(row.person(), row));
        if (missing.isEmpty()) {
            return List.of();
        }
        var insert = sql.insertInto(table(DSL.name("follow")))
                .columns(
                        field(DSL.name("tenant_id"), SQLDataType.UUID), field(DSL.name("person_id"), SQLDataType.UUID),
                        field(DSL.name("object"), SQLDataType.CLOB), field(DSL.name("record_id"), SQLDataType.UUID),
                        field(DSL.name("since"), SQLDataType.TIMESTAMPWITHTIMEZONE), field(DSL.name("seen_at"), SQLDataType.TIMESTAMPWITHTIMEZONE),
                        field(DSL.name("seen_id"), SQLDataType.UUID));
        List<Brought> brought = new ArrayList<>();
        for (Row row : missing.values()) {
            insert = insert.values(Caller.current().tenant(), row.person(), type.name(), into, row.since(), row.seenAt(), row.seenId());
            brought.add(new Brought(row.person(), "", row.record()));
        }
        insert.onConflictDoNothing().execute();
        return brought;
    }

    private List<Row> of(Set<UUID> records) {
        return sql.select(FollowTable.PERSON, FollowTable.RECORD, FollowTable.SINCE, FollowTable.SEEN_AT, FollowTable.SEEN_ID)
                .from(Tables.of("follow", "f"))
                .where(Tables.ofTenant("f"))
                .and(Tables.among(FollowTable.RECORD, records.toArray(UUID[]::new)))
                .orderBy(FollowTable.SINCE, FollowTable.PERSON)
                .fetch(row -> new Row(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    @Override
    public void giveBack(ObjectType type, UUID into, List<Brought> brought) {
        sql.deleteFrom(Tables.of("follow", "f"))
                .where(Tables.ofTenant("f"))
                .and(FollowTable.RECORD.eq(into))
                .and(Tables.among(FollowTable.PERSON, brought.stream().map(Brought::row).distinct().toArray(UUID[]::new)))
                .execute();
    }
}
