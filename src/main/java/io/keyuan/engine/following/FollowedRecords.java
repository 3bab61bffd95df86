package io.keyuan.engine.following;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Ids;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.sql.IndexedValues;
import io.keyuan.engine.sql.Tables;
import io.keyuan.engine.sql.Turns;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Records whose change others follow, until those have followed: of the current caller's company where nothing else is said.
 * Each kind of {@link Following} has its own.
 */
@Repository
public class FollowedRecords {

    /** So many records follow in one transaction. */
    static final int PIECE = 1_000;

    /** Of so many few may follow each. */
    private static final int TOGETHER = 200;

    private static final Table<Record> TABLE = Tables.of("due_record", "d");
    private static final Field<UUID> TENANT = Tables.uuid("d", "tenant_id");
    private static final Field<String> FOLLOWING = Tables.text("d", "following");
    private static final Field<UUID> ID = Tables.uuid("d", "id");
    private static final Field<String> OBJECT = Tables.text("d", "object");
    private static final Field<String> SUBJECT = Tables.text("d", "subject");
    private static final Field<String> WAY = Tables.text("d", "way");
    private static final Field<UUID> RECORD = Tables.uuid("d", "record_id");
    private static final Field<@Nullable UUID> PASSED = Tables.uuid("d", "passed");

    private final DSLContext sql;
    private final ObjectTypes types;

    FollowedRecords(DSLContext sql, ObjectTypes types) {
        this.sql = sql;
        this.types = types;
    }

    /**
     * One record that others follow.
     *
     * @param object of those others
     * @param subject what they do then, in words of the {@link Following}
     * @param way the references, by their names with dots between, that lead from those to it
     * @param passed the last of them that has followed; null for none
     */
    record Due(UUID id, String object, String subject, String way, UUID record, @Nullable UUID passed) {

        private boolean isLike(Due other) {
            return object.equals(other.object) && subject.equals(other.subject) && way.equals(other.way) && other.passed == null;
        }
    }

    Set<UUID> tenants(String following) {
        return AcrossTenants.call("records of all companies follow alike", () ->
                sql.selectDistinct(TENANT).from(TABLE).where(FOLLOWING.eq(following)).fetchSet(TENANT));
    }

    /**
     * Written down beside what is there: nobody who changes a record waits for whoever follows an earlier change.
     *
     * @param type of those who follow
     * @param references that lead from those to the records
     */
    void add(String following, ObjectType type, String subject, List<Attribute<?>> references, Collection<UUID> records) {
        String way = references.stream().map(Attribute::name).collect(Collectors.joining("."));
        sql.insertInto(table(name("due_record")), bare(TENANT), bare(FOLLOWING), bare(ID), bare(OBJECT), bare(SUBJECT), bare(WAY), bare(RECORD))
                .valuesOfRows(records.stream()
                        .sorted()
                        .map(record -> row(Caller.current().tenant(), following, Ids.next(), type.name(), subject, way, record))
                        .toList())
                .execute();
    }

    /** The oldest, with those after it that are followed alike; none where another node is at them. Until the transaction ends no other node is. */
    List<Due> next(String following) {
        if (!Turns.take(sql, following)) {
            return List.of();
        }
        List<Due> oldest = sql.select(ID, OBJECT, SUBJECT, WAY, RECORD, PASSED)
                .from(TABLE)
                .where(Tables.ofTenant("d"))
                .and(FOLLOWING.eq(following))
                .orderBy(ID)
                .limit(TOGETHER)
                .fetch(row -> new Due(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
        if (oldest.isEmpty() || oldest.getFirst().passed() != null) {
            return oldest.isEmpty() ? oldest : oldest.subList(0, 1);
        }
        return oldest.stream().takeWhile(oldest.getFirst()::isLike).toList();
    }

    /** Of an object, the subjects in which some records have not followed yet. */
    Set<String> subjects(String following, ObjectType type) {
        return sql.selectDistinct(SUBJECT).from(TABLE)
                .where(Tables.ofTenant("d"))
                .and(FOLLOWING.eq(following))
                .and(OBJECT.eq(type.name()))
                .fetchSet(SUBJECT);
    }

    /** Waits until everybody who was about to point to these has done so. */
    void awaitPointers(List<Due> alike) {
        ObjectType type = types.byName(alike.getFirst().object());
        Attribute<?> last = type == null ? null : last(type, alike.getFirst());
        ObjectType target = last == null ? null : types.target(last);
        if (target != null) {
            Field<UUID> id = Tables.uuid("t", "id");
            sql.select(id).from(Tables.rows(target, "t")).where(Tables.ofTenant(target, "t")).and(Tables.among(id, records(alike))).orderBy(id).forUpdate().fetch();
        }
    }

    private @Nullable Attribute<?> last(ObjectType type, Due one) {
        ObjectType at = type;
        Attribute<?> reference = null;
        for (String step : one.way().split("\\.", -1)) {
            reference = at == null ? null : at.find(step);
            at = reference == null ? null : types.target(reference);
        }
        return reference;
    }

    /**
     * Those that point to any of these, over however many others.
     *
     * @return null where they are more than a piece
     */
    @Nullable List<UUID> followers(ObjectType type, List<Due> alike) {
        Field<UUID> id = Tables.uuid("t", "id");
        List<UUID> followers = sql.select(id)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(pointsTo(type, "t", way(alike.getFirst()), records(alike)))
                .limit(PIECE + 1)
                .fetch(id);
        return followers.size() > PIECE ? null : followers;
    }

    /** The next of those that point to it. */
    List<UUID> followers(ObjectType type, Due one) {
        Field<UUID> id = Tables.uuid("t", "id");
        return sql.select(id)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(one.passed() == null ? noCondition() : id.gt(one.passed()))
                .and(pointsTo(type, "t", way(one), records(List.of(one))))
                .orderBy(id)
                .limit(PIECE)
                .fetch(id);
    }

    private Condition pointsTo(ObjectType type, String alias, List<String> way, UUID[] records) {
        Attribute<?> reference = Objects.requireNonNull(type.find(way.getFirst()));
        if (way.size() == 1) {
            return IndexedValues.pointsTo(alias, reference, records);
        }
        ObjectType target = Objects.requireNonNull(types.target(reference));
        String next = alias + "n";
        return Tables.reference(alias, reference).in(select(Tables.uuid(next, "id"))
                .from(Tables.of(target, next))
                .where(Tables.ofTenant(next))
                .and(pointsTo(target, next, way.subList(1, way.size()), records)));
    }

    /** Whether the way is still there. */
    boolean isThere(ObjectType type, Due one) {
        return last(type, one) != null;
    }

    void passed(String following, Due one, UUID last) {
        sql.update(TABLE).set(bare(PASSED), last).where(are(following, List.of(one))).execute();
    }

    void done(String following, List<Due> alike) {
        sql.deleteFrom(TABLE).where(are(following, alike)).execute();
    }

    private static Condition are(String following, List<Due> alike) {
        UUID[] ids = alike.stream().map(Due::id).toArray(UUID[]::new);
        return Tables.ofTenant("d").and(FOLLOWING.eq(following)).and(Tables.among(ID, ids));
    }

    private static List<String> way(Due one) {
        return List.of(one.way().split("\\.", -1));
    }

    private static UUID[] records(List<Due> alike) {
        return alike.stream().map(Due::record).toArray(UUID[]::new);
    }

    private static <T> Field<T> bare(Field<T> field) {
        return field(name(field.getName()), field.getDataType());
    }
}
