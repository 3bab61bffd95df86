package io.keyuan.engine.timeline;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.Caller;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Comments as rows. */
@Component
class CommentStore {

    private final DSLContext sql;

    CommentStore(DSLContext sql) {
        this.sql = sql;
    }

    /** @param anchor the record on whose timeline the comment is told as well; null for none */
    void add(Comment comment, @Nullable UUID anchor) {
        sql.insertInto(table(name("comment")))
                .columns(
                        field(name("tenant_id"), SQLDataType.UUID),
                        field(name("id"), SQLDataType.UUID),
                        field(name("object"), SQLDataType.CLOB),
                        field(name("record_id"), SQLDataType.UUID),
                        field(name("anchor_id"), SQLDataType.UUID),
                        field(name("reply_to"), SQLDataType.UUID),
                        field(name("body"), SQLDataType.CLOB),
                        field(name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE),
                        field(name("author"), SQLDataType.UUID),
                        field(name("tokens"), SQLDataType.CLOB))
                .values(
                        val(Caller.current().tenant()), val(comment.id()), val(comment.object()), val(comment.record()),
                        val(anchor, SQLDataType.UUID), val(comment.replyTo(), SQLDataType.UUID), val(comment.body()),
                        val(Tables.bound(comment.at())), val(comment.author()), CommentWords.of(comment.body()))
                .execute();
    }

    void say(UUID id, String body, Instant now) {
        sql.update(Tables.of("comment", "c"))
                .set(field(name("body"), SQLDataType.CLOB), body)
                .set(field(name("tokens"), SQLDataType.CLOB), CommentWords.of(body))
                .set(field(name("edited_at"), SQLDataType.TIMESTAMPWITHTIMEZONE), Tables.bound(now))
                .where(one(id))
                .execute();
    }

    void delete(UUID id, @Nullable Instant when) {
        sql.update(Tables.of("comment", "c"))
                .set(field(name("deleted_at"), SQLDataType.TIMESTAMPWITHTIMEZONE), when == null ? null : Tables.bound(when))
                .where(one(id))
                .execute();
    }

    void countReplies(UUID id, int more) {
        sql.update(Tables.of("comment", "c"))
                .set(field(name("replies"), SQLDataType.INTEGER), CommentTable.replies("c").plus(more))
                .where(one(id))
                .execute();
    }

    /** Locks a comment of a record; null where it is not there. */
    @Nullable Comment lock(UUID record, UUID id) {
        return sql.select(fields("c"))
                .from(Tables.of("comment", "c"))
                .where(one(id))
                .and(Tables.uuid("c", "record_id").eq(record))
                .forUpdate()
                .fetchOne(row -> comment(row, "c"));
    }

    int replies(UUID id) {
        return sql.select(CommentTable.replies("c")).from(Tables.of("comment", "c")).where(one(id)).fetchSingle(CommentTable.replies("c"));
    }

    List<Comment> read(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : sql.select(fields("c"))
                .from(Tables.of("comment", "c"))
                .where(Tables.ofTenant("c"))
                .and(Tables.uuid("c", "id").eq(any(ids.toArray(UUID[]::new))))
                .fetch(row -> comment(row, "c"));
    }

    /** The newest that answer these comments, the oldest first. */
    List<Comment> repliesTo(Collection<UUID> comments, int most) {
        return newest("reply_to", comments, Tables.alive("c"), most);
    }

    /** The newest on each of these records and the newest answers to them, the oldest first. */
    List<Comment> on(Collection<UUID> records, int most) {
        return newest("record_id", records, Tables.alive("c"), most);
    }

    private List<Comment> newest(String column, Collection<UUID> of, Condition wanted, int most) {
        if (of.isEmpty()) {
            return List.of();
        }
        Field<Integer> place = rowNumber().over().partitionBy(Tables.uuid("c", column)).orderBy(Tables.uuid("c", "id").desc()).as("place");
        List<Field<?>> fields = fields("c");
        var ranked = sql.select(fields).select(place)
                .from(Tables.of("comment", "c"))
                .where(Tables.ofTenant("c"))
                .and(Tables.uuid("c", column).eq(any(of.toArray(UUID[]::new))))
                .and(wanted)
                .asTable("ranked");
        return sql.select(fields("ranked"))
                .from(ranked)
                .where(field(name("ranked", "place"), SQLDataType.INTEGER).le(most))
                .orderBy(Tables.uuid("ranked", "id"))
                .fetch(row -> comment(row, "ranked"));
    }

    private static Condition one(UUID id) {
        return Tables.ofTenant("c").and(Tables.uuid("c", "id").eq(id));
    }

    private static List<Field<?>> fields(String alias) {
        return List.of(
                Tables.uuid(alias, "id"), Tables.text(alias, "object"), Tables.uuid(alias, "record_id"), Tables.uuid(alias, "reply_to"),
                Tables.text(alias, "body"), Tables.time(alias, "at"), Tables.uuid(alias, "author"), Tables.time(alias, "edited_at"),
                Tables.time(alias, "deleted_at"));
    }

    private static Comment comment(Record row, String alias) {
        return new Comment(
                row.get(Tables.uuid(alias, "id")),
                row.get(Tables.text(alias, "object")),
                row.get(Tables.uuid(alias, "record_id")),
                row.get(Tables.uuid(alias, "reply_to")),
                row.get(Tables.text(alias, "body")),
                row.get(Tables.time(alias, "at")).toInstant(),
                row.get(Tables.uuid(alias, "author")),
                instant(row.get(Tables.time(alias, "edited_at"))),
                instant(row.get(Tables.time(alias, "deleted_at"))));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
