package io.keyuan.engine.timeline;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import io.keyuan.engine.sql.Tables;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The newest entries of several sources with one statement: each gives as many as a page has, by its own index. */
@Component
class Merge {

    private static final Field<OffsetDateTime> AT = field(name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    private static final Field<Integer> SOURCE = field(name("source"), SQLDataType.INTEGER);

    private final DSLContext sql;

    Merge(DSLContext sql) {
        this.sql = sql;
    }

    /** @param sources at least one */
    List<Found> newest(List<Source> sources, @Nullable Place after, int limit) {
        Select<Record3<OffsetDateTime, UUID, Integer>> all = one(sources, 0, after, limit);
        for (int index = 1; index < sources.size(); index++) {
            all = all.unionAll(one(sources, index, after, limit));
        }
        return sql.select(AT, ID, SOURCE)
                .from(all.asTable("found"))
                .orderBy(AT.desc(), ID.desc())
                .limit(limit)
                .fetch(row -> new Found(sources.get(row.value3()), row.value1().toInstant(), row.value2()));
    }

    private Select<Record3<OffsetDateTime, UUID, Integer>> one(List<Source> sources, int index, @Nullable Place after, int limit) {
        Source source = sources.get(index);
        Select<Record3<OffsetDateTime, UUID, Integer>> newest = sql.select(source.at().as(AT), source.id().as(ID), inline(index).as(SOURCE))
                .from(source.table())
                .where(source.condition())
                .and(source.standing())
                .and(Place.after(after, source.at(), source.id()))
                .orderBy(source.at().desc(), source.id().desc())
                .limit(limit);
        return newest;
    }
}
