package io.keyuan.engine.asof;

import static org.jooq.impl.DSL.any;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.RollUp;
import io.keyuan.engine.Row;
import io.keyuan.engine.sql.Figures;
import io.keyuan.engine.sql.Tables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out anew what records had of attributes that other records decide: figures of their children, the owner of what they hang on. */
@Component
public class KeptThen {

    private final DSLContext sql;
    private final ObjectTypes types;
    private final PastMoments moments;

    KeptThen(DSLContext sql, ObjectTypes types, PastMoments moments) {
        this.sql = sql;
        this.types = types;
        this.moments = moments;
    }

    /** @param rows which all hold the same attributes, the id among them */
    public void fill(RecordsThen then, Collection<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Attribute<?>> attributes = rows.iterator().next().attributes();
        for (int at = 0; at < attributes.size(); at++) {
            Attribute<?> attribute = attributes.get(at);
            if (!then.knows(attribute)) {
                Map<UUID, Object> values = values(then, attribute, rows.stream().map(KeptThen::id).toArray(UUID[]::new));
                for (Row row : rows) {
                    row.values()[at] = values.get(id(row));
                }
            }
        }
    }

    private static UUID id(Row row) {
        return Objects.requireNonNull(row.get(row.type().id));
    }

    /** What a company has calculated is known of today only: it may have been calculated otherwise then. */
    private Map<UUID, Object> values(RecordsThen then, Attribute<?> attribute, UUID[] ids) {
        if (attribute.calculation() != null) {
            return Map.of();
        }
        return moments.rollUp(attribute).map(rollUp -> figures(then, rollUp, attribute, ids)).orElseGet(() -> ownersAbove(then, attribute, ids));
    }

    private Map<UUID, Object> figures(RecordsThen then, RollUp rollUp, Attribute<?> attribute, UUID[] ids) {
        Field<UUID> parent = Tables.reference("c", rollUp.parent());
        return read(attribute, sql.select(parent, Figures.of(rollUp, "c"))
                .from(then.all(rollUp.parent().object(), "c"))
                .where(parent.eq(any(ids)))
                .groupBy(parent));
    }

    private Map<UUID, Object> ownersAbove(RecordsThen then, Attribute<?> attribute, UUID[] ids) {
        ObjectType.Hanging hanging = Objects.requireNonNull(attribute.object().hanging());
        ObjectType above = Objects.requireNonNull(types.target(hanging.above()));
        Field<?> owner = Tables.column("p", Objects.requireNonNull(above.owner()));
        return read(attribute, sql.select(Tables.uuid("c", "id"), owner)
                .from(then.all(attribute.object(), "c"))
                // What hangs on something that is in the recycle bin is still its owner's.
                .join(then.made(above, "p"))
                .on(Tables.uuid("p", "id").eq(Tables.reference("c", hanging.above())))
                .where(Tables.uuid("c", "id").eq(any(ids))));
    }

    private static Map<UUID, Object> read(Attribute<?> attribute, ResultQuery<? extends Record> query) {
        Map<UUID, Object> values = new HashMap<>();
        try (Cursor<? extends Record> cursor = query.fetchLazy(); ResultSet result = cursor.resultSet()) {
            while (result != null && result.next()) {
                @Nullable Object value = attribute.type().read(result, 2);
                if (value != null) {
                    values.put(result.getObject(1, UUID.class), value);
                }
            }
            return values;
        } catch (SQLException e) {
            throw new DataAccessException("reading " + attribute, e);
        }
    }
}
