package io.keyuan.engine.graph;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.MoneyType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.query.OpenRecords;
import io.keyuan.engine.sql.Tables;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How much that is still open belongs to each of many records, and what it is worth: one statement for each kind. */
@Component
class OpenTotals {

    private final DSLContext sql;
    private final ObjectTypes types;
    private final Access access;
    private final Conditions conditions;
    private final OpenRecords open;

    OpenTotals(DSLContext sql, ObjectTypes types, Access access, Conditions conditions, OpenRecords open) {
        this.sql = sql;
        this.types = types;
        this.access = access;
        this.conditions = conditions;
        this.open = open;
    }

    /** @param worth in the base currency; null where nothing is worth anything */
    record Total(int count, @Nullable BigDecimal worth) {

        Total and(Total other) {
            return new Total(count + other.count, worth == null ? other.worth : other.worth == null ? worth : worth.add(other.worth));
        }
    }

    /** The references by which records that come to an end, and are worth something, belong to records of the object. */
    List<Attribute<?>> told(ObjectType type) {
        return types.relatedTo(type).stream()
                .filter(attribute -> open.areTold(attribute.object()) && worth(attribute.object()) != null)
                .filter(attribute -> access.may(Right.READ, attribute.object()) && access.mayRead(attribute) && mayRead(attribute.object().board()))
                .toList();
    }

    Map<UUID, Total> of(Attribute<?> reference, Collection<UUID> records) {
        ObjectType object = reference.object();
        Field<UUID> of = Tables.reference("t", reference);
        Field<BigDecimal> worth = base(object);
        Map<UUID, Total> totals = new HashMap<>();
        sql.select(of, count(), sum(worth))
                .from(Tables.of(object, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.among(of, records.toArray(UUID[]::new)))
                .and(Tables.alive("t"))
                .and(open.of(object, "t"))
                .and(conditions.visible(Right.READ, object, "t"))
                .groupBy(of)
                .forEach(row -> totals.put(row.value1(), new Total(row.value2(), row.value3())));
        return totals;
    }

    private Field<BigDecimal> base(ObjectType object) {
        Attribute<?> worth = worth(object);
        return worth == null || !access.mayRead(worth)
                ? inline(null, SQLDataType.NUMERIC)
                : Tables.column("t", worth.columns().getLast()).cast(SQLDataType.NUMERIC);
    }

    private boolean mayRead(@Nullable Attribute<?> attribute) {
        return attribute != null && access.mayRead(attribute);
    }

    private static @Nullable Attribute<?> worth(ObjectType object) {
        return object.attributes().stream().filter(each -> each.isSummed() && each.type() instanceof MoneyType).findFirst().orElse(null);
    }
}
