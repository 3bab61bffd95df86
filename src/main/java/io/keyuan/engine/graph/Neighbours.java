package io.keyuan.engine.graph;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.sql.Tables;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What stands next to many records in one way: one statement, in which each record looks for its own by the index of the
 * reference and stops when it has enough. What the caller may not see is neither there nor counted.
 */
@Component
class Neighbours {

    static final int COUNTED = 1_000;

    private static final Field<UUID> NEAR = field(name("near"), SQLDataType.UUID);
    private static final Field<UUID> FAR = field(name("far"), SQLDataType.UUID);
    private static final Field<UUID> RECORD = field(name("record"), SQLDataType.UUID);
    private static final Field<String> AS = field(name("kind"), SQLDataType.CLOB);
    private static final Field<String> STRENGTH = field(name("strength"), SQLDataType.CLOB);
    private static final Field<String> TITLE = field(name("title"), SQLDataType.CLOB);
    private static final Field<Integer> TOTAL = field(name("total"), SQLDataType.INTEGER);

    private final DSLContext sql;
    private final Access access;
    private final Conditions conditions;

    Neighbours(DSLContext sql, Access access, Conditions conditions) {
        this.sql = sql;
        this.access = access;
        this.conditions = conditions;
    }

    /** @param each how many of each record, the newest */
    List<Neighbour> of(Way way, Collection<UUID> records, int each) {
        UUID[] ids = records.toArray(UUID[]::new);
        Select<? extends Record> found = way.isOwn() ? own(way, ids) : pointing(way, ids, each);
        return sql.fetch(found).map(row ->
                new Neighbour(row.get(NEAR), row.get(FAR), row.get(RECORD), row.get(AS), row.get(STRENGTH), row.get(TITLE), row.get(TOTAL)));
    }

    private Select<? extends Record> own(Way way, UUID[] ids) {
        Field<UUID> id = Tables.uuid("l", "id");
        return select(id.as(NEAR), Tables.uuid("n", "id").as(FAR), id.as(RECORD), word(way.link().as()).as(AS), word(way.link().strength()).as(STRENGTH), word(null).as(TITLE), inline(1).as(TOTAL))
                .from(Tables.of(way.near(), "l"), Tables.of(way.far(), "n"))
                .where(Tables.ofTenant("l"))
                .and(Tables.among(id, ids))
                .and(there(way))
                .and(Tables.uuid("n", "id").eq(Tables.reference("l", way.link().to())))
                .and(Tables.uuid("n", "id").ne(id));
    }

    private Select<? extends Record> pointing(Way way, UUID[] ids, int each) {
        Field<UUID> near = field(name("o", "near"), SQLDataType.UUID);
        var first = select(FAR, RECORD, AS, STRENGTH, TITLE, count().over().as(TOTAL))
                .from(counted(way, near).asTable(name("f")))
                .orderBy(RECORD.desc())
                .limit(each);
        return select(near, FAR, RECORD, AS, STRENGTH, TITLE, TOTAL)
                .from(select(Tables.elements(val(ids)).as(NEAR)).asTable(name("o")))
                .crossJoin(lateral(first.asTable(name("s"))));
    }

    private Select<? extends Record> counted(Way way, Field<UUID> near) {
        Field<UUID> record = Tables.uuid("l", "id");
        Attribute<?> from = way.link().from();
        Condition points = Tables.ofTenant("l").and(Tables.reference("l", way.toNear()).eq(near)).and(Tables.alive("l"))
                .and(conditions.visible(Right.READ, way.link().object(), "l"));
        if (from == null) {
            return select(record.as(FAR), record.as(RECORD), word(way.link().as()).as(AS), word(way.link().strength()).as(STRENGTH), word(null).as(TITLE))
                    .from(Tables.of(way.link().object(), "l"))
                    .where(points)
                    .and(record.ne(near))
                    .orderBy(record.desc())
                    .limit(COUNTED + 1);
        }
        Field<UUID> far = Tables.reference("l", way.onwards() ? way.link().to() : from);
        return select(far.as(FAR), record.as(RECORD), word(way.link().as()).as(AS), word(way.link().strength()).as(STRENGTH), word(title(way)).as(TITLE))
                .from(Tables.of(way.link().object(), "l"), Tables.of(way.far(), "n"))
                .where(points)
                .and(there(way))
                .and(Tables.uuid("n", "id").eq(far))
                .and(far.ne(near))
                .orderBy(record.desc())
                .limit(COUNTED + 1);
    }

    private Condition there(Way way) {
        return Tables.ofTenant("n").and(Tables.alive("n")).and(conditions.visible(Right.READ, way.far(), "n"));
    }

    /** Between two of a kind it is made of what both are called, and says nothing more. */
    private static @Nullable Attribute<?> title(Way way) {
        return way.near().equals(way.far()) ? null : way.link().object().title();
    }

    private Field<String> word(@Nullable Attribute<?> attribute) {
        return attribute == null || attribute.columns().isEmpty() || !access.mayRead(attribute) ? inline(null, SQLDataType.CLOB) : Tables.words("l", attribute);
    }
}
