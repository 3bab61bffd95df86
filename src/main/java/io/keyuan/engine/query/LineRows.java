package io.keyuan.engine.query;

import static org.jooq.impl.DSL.select;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Lines;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Row;
import io.keyuan.engine.sql.Tables;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/** The lines of a record that is shown by itself: whoever sees the record sees them. */
@Component
class LineRows {

    private static final int MOST = 1_000;
    private static final int MOST_EVER = 10 * MOST;

    private final DSLContext sql;
    private final ObjectTypes types;
    private final ReadableAttributes readable;
    private final Titles titles;
    private final Masking masking;

    LineRows(DSLContext sql, ObjectTypes types, ReadableAttributes readable, Titles titles, Masking masking) {
        this.sql = sql;
        this.types = types;
        this.readable = readable;
        this.titles = titles;
        this.masking = masking;
    }

    void fill(Row owner) {
        fill(owner, (child, back) -> read(owner, child, back));
    }

    /** Where the lines of an owner are. */
    interface Found {
        List<Row> of(ObjectType child, Attribute<Ref> back);
    }

    void fill(Row owner, Found found) {
        for (int i = 0; i < owner.values().length; i++) {
            if (owner.attributes().get(i).type() instanceof LinesType) {
                @SuppressWarnings("unchecked")
                var lines = (Attribute<Lines>) owner.attributes().get(i);
                List<Row> rows = found.of(Objects.requireNonNull(types.target(lines)), types.back(lines));
                titles.fill(rows);
                masking.apply(rows);
                owner.values()[i] = new Lines(rows.stream().map(RowJson::map).toList());
            }
        }
    }

    private List<Row> read(Row owner, ObjectType child, Attribute<Ref> back) {
        var reader = new Reader(child, readable.all(child).stream().filter(attribute -> !readable.isOfTheBin(attribute)).toList());
        return reader.fetch(sql.select(reader.fields("t"))
                .from(Tables.of(child, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.alive("t"))
                .and(Tables.reference("t", back).eq(Objects.requireNonNull(owner.get(owner.type().id))))
                .orderBy(Tables.uuid("t", "id"))
                .limit(MOST));
    }

    /** What is a line of the owner, or has been; no more than an owner has. */
    Set<UUID> ever(ObjectType child, Attribute<Ref> back, UUID owner) {
        Field<UUID> id = Tables.uuid("t", "id");
        Select<Record1<UUID>> been = select(Tables.uuid("a", "record_id"))
                .from(Tables.of("audit", "a"))
                .where(Tables.ofTenant("a"))
                .and(Tables.uuid("a", "anchor_id").eq(owner))
                .and(Tables.text("a", "object").eq(child.name()));
        return sql.select(id)
                .from(Tables.of(child, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.reference("t", back).eq(owner))
                .union(been)
                .limit(MOST_EVER)
                .fetchSet(id);
    }
}
