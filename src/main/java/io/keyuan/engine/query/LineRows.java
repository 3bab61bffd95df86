package io.keyuan.engine.query;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Lines;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Row;
import io.keyuan.engine.sql.Tables;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The lines of a record that is shown by itself: whoever sees the record sees them. */
@Component
class LineRows {

    private static final int MOST = 1_000;

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
        for (int i = 0; i < owner.values().length; i++) {
            if (owner.attributes().get(i).type() instanceof LinesType) {
                @SuppressWarnings("unchecked")
                var lines = (Attribute<Lines>) owner.attributes().get(i);
                owner.values()[i] = new Lines(read(owner, lines).stream().map(RowJson::map).toList());
            }
        }
    }

    private List<Row> read(Row owner, Attribute<Lines> lines) {
        ObjectType child = Objects.requireNonNull(types.target(lines));
        var reader = new Reader(child, readable.all(child).stream().filter(attribute -> !readable.isOfTheBin(attribute)).toList());
        List<Row> rows = reader.fetch(sql.select(reader.fields("t"))
                .from(Tables.of(child, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.alive("t"))
                .and(Tables.uuid("t", types.back(lines).columns().getFirst().name()).eq(Objects.requireNonNull(owner.get(owner.type().id))))
                .orderBy(Tables.uuid("t", "id"))
                .limit(MOST));
        titles.fill(rows);
        masking.apply(rows);
        return rows;
    }
}
