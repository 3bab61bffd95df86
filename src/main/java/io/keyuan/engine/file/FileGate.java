package io.keyuan.engine.file;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.sql.Tables;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who gets to the files of a record: whoever may see it sees them, whoever may change it adds and removes them. */
@Component
class FileGate {

    private final DSLContext sql;
    private final Access access;
    private final Conditions conditions;
    private final Addressed addressed;

    FileGate(DSLContext sql, Access access, Conditions conditions, Addressed addressed) {
        this.sql = sql;
        this.access = access;
        this.conditions = conditions;
        this.addressed = addressed;
    }

    /**
     * A record that the caller sees.
     *
     * @throws Problem where there is no such object, it is only part of others, or the record is not there for the caller
     */
    Place toRead(String object, String id) {
        ObjectType type = addressed.object(object);
        UUID record = addressed.id(id);
        if (type.parent() != null || !isThere(type, record, conditions.visible(Right.READ, type, "t"))) {
            throw Problem.notFound();
        }
        return new Place(type, record);
    }

    /** A record that the caller may change. */
    Place toChange(String object, String id) {
        ObjectType type = addressed.object(object);
        if (!access.may(Right.EDIT, type)) {
            throw mayNotEdit();
        }
        Place place = toRead(object, id);
        if (!isThere(type, place.record(), conditions.visible(Right.EDIT, type, "t"))) {
            throw mayNotEdit();
        }
        return place;
    }

    /** As {@link #toChange(String, String)}. */
    Place toChange(ObjectType type, UUID record) {
        return toChange(type.path(), record.toString());
    }

    /** Whether the caller may change what they see. */
    boolean mayChange(Place place) {
        return access.may(Right.EDIT, place.type()) && isThere(place.type(), place.record(), conditions.visible(Right.EDIT, place.type(), "t"));
    }

    /** Whether the caller gets to a file of a record they see: the right on the attribute that has had it decides, where one has. */
    boolean maySee(Place place, RecordFile file) {
        Attribute<?> attribute = attribute(place, file);
        return file.holder() == null || attribute != null && access.mayRead(attribute);
    }

    /** What has it; null where no attribute has, or it was taken away. */
    @Nullable Attribute<?> attribute(Place place, RecordFile file) {
        return file.holder() == null ? null : place.type().find(file.holder().attribute());
    }

    /** Keeps others from hanging something on the record as well, until the transaction ends. */
    void holdAlone(Place place) {
        sql.select(Tables.uuid("t", "id")).from(Tables.rows(place.type(), "t")).where(held(place)).forUpdate().fetch();
    }

    /** Keeps the record from going while something is hung on it, until the transaction ends. */
    void hold(Place place) {
        boolean there = sql.select(Tables.uuid("t", "id"))
                .from(Tables.rows(place.type(), "t"))
                .where(held(place))
                .forShare()
                .fetchOne() != null;
        if (!there) {
            throw Problem.notFound();
        }
    }

    private boolean isThere(ObjectType type, UUID record, Condition reached) {
        return sql.fetchExists(sql.selectOne().from(Tables.of(type, "t")).where(alive(record)).and(reached));
    }

    private static Condition held(Place place) {
        return Tables.ofTenant(place.type(), "t").and(alive(place.record()));
    }

    private static Condition alive(UUID record) {
        return Tables.ofTenant("t").and(Tables.uuid("t", "id").eq(record)).and(Tables.alive("t"));
    }

    private static Problem mayNotEdit() {
        return Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-edit"));
    }

    /** The record whose files are meant. */
    record Place(ObjectType type, UUID record) {}
}
