package io.keyuan.engine.timeline;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.InsertValuesStep6;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who was named in which comment, and whether they have seen it. */
@Component
class Mentions {

    private static final int COUNTED = 100;

    private final DSLContext sql;
    private final VisibleRecords visible;

    Mentions(DSLContext sql, VisibleRecords visible) {
        this.sql = sql;
        this.visible = visible;
    }

    /** @param id of the comment */
    record Mention(UUID id, Instant at, boolean unseen) {}

    void add(Comment comment, Set<UUID> people) {
        if (people.isEmpty()) {
            return;
        }
        InsertValuesStep6<Record, UUID, UUID, UUID, String, UUID, java.time.OffsetDateTime> insert = sql.insertInto(table(name("mention")))
                .columns(
                        field(name("tenant_id"), SQLDataType.UUID),
                        field(name("person_id"), SQLDataType.UUID),
                        field(name("comment_id"), SQLDataType.UUID),
                        field(name("object"), SQLDataType.CLOB),
                        field(name("record_id"), SQLDataType.UUID),
                        field(name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE));
        for (UUID person : people) {
            insert = insert.values(
                    Caller.current().tenant(), person, comment.id(), comment.object(), comment.record(), Tables.bound(Instant.now()));
        }
        insert.onConflictDoNothing().execute();
    }

    /** Those who are named no longer. */
    void remove(UUID comment, Set<UUID> people) {
        if (!people.isEmpty()) {
            sql.deleteFrom(Tables.of("mention", "m"))
                    .where(Tables.ofTenant("m"))
                    .and(Tables.uuid("m", "comment_id").eq(comment))
                    .and(Tables.uuid("m", "person_id").eq(any(people.toArray(UUID[]::new))))
                    .execute();
        }
    }

    /** Where the caller was named, as far as the records are still there for them. */
    List<Mention> ofMe(@Nullable Place after, int limit) {
        return sql.select(Tables.uuid("m", "comment_id"), Tables.time("m", "at"), Tables.time("m", "seen_at"))
                .from(Tables.of("mention", "m"), Tables.of("comment", "c"))
                .where(mine())
                .and(Place.after(after, Tables.time("m", "at"), Tables.uuid("m", "comment_id")))
                .orderBy(Tables.time("m", "at").desc(), Tables.uuid("m", "comment_id").desc())
                .limit(limit)
                .fetch(row -> new Mention(row.value1(), row.value2().toInstant(), row.value3() == null));
    }

    /** @return how many are unseen, up to a hundred */
    int unseen() {
        var first = sql.selectOne()
                .from(Tables.of("mention", "m"), Tables.of("comment", "c"))
                .where(mine())
                .and(Tables.time("m", "seen_at").isNull())
                .limit(COUNTED)
                .asTable("first");
        return sql.select(count()).from(first).fetchSingle(count());
    }

    private Condition mine() {
        return Tables.ofTenant("m")
                .and(Tables.ofTenant("c"))
                .and(Tables.uuid("c", "id").eq(Tables.uuid("m", "comment_id")))
                .and(Tables.uuid("m", "person_id").eq(Caller.current().person()))
                .and(Tables.alive("c"))
                .and(visible.anyAlive("m"));
    }
}
