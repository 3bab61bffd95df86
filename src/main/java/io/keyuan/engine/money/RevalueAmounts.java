package io.keyuan.engine.money;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.BaseCurrencyChanged;
import io.keyuan.engine.Column;
import io.keyuan.engine.ExchangeRates;
import io.keyuan.engine.MoneyType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ValueIndex;
import io.keyuan.engine.sql.Assigned;
import io.keyuan.engine.sql.IndexedValues;
import io.keyuan.engine.sql.Sorting;
import io.keyuan.engine.sql.Tables;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells every amount of the tenant in its new base currency, one statement for each currency in use. */
@Component
class RevalueAmounts {

    private final DSLContext sql;
    private final ObjectTypes types;
    private final ExchangeRates rates;

    RevalueAmounts(DSLContext sql, ObjectTypes types, ExchangeRates rates) {
        this.sql = sql;
        this.types = types;
        this.rates = rates;
    }

    /** Runs in the transaction that changes the currency. */
    @EventListener
    void on(BaseCurrencyChanged changed) {
        types.all().stream()
                .flatMap(type -> type.attributes().stream())
                .filter(attribute -> attribute.type() instanceof MoneyType)
                .forEach(attribute -> revalue(attribute, changed.currency()));
    }

    @SuppressWarnings("unchecked")
    private void revalue(Attribute<?> attribute, String base) {
        List<Column> columns = attribute.columns();
        var amount = (Field<BigDecimal>) Tables.column("t", columns.getFirst());
        var currency = (Field<String>) Tables.column("t", columns.get(1));
        List<String> used = sql.selectDistinct(currency)
                .from(Tables.of(attribute.object(), "t"))
                .where(Tables.ofTenant("t"))
                .and(currency.isNotNull())
                .fetch(currency);
        for (String each : used) {
            BigDecimal rate = each.equals(base) ? BigDecimal.ONE : rates.rate(each, LocalDate.now(ZoneOffset.UTC));
            sql.update(Tables.rows(attribute.object(), "t"))
                    .set(Assigned.of("t", columns.getLast(), worth(amount, rate)))
                    .where(Tables.ofTenant(attribute.object(), "t"))
                    .and(currency.eq(each))
                    .execute();
        }
        if (attribute.keptIndex() != null) {
            lookUpAnew(attribute, attribute.keptIndex());
        }
    }

    private void lookUpAnew(Attribute<?> attribute, ValueIndex index) {
        Field<?> worth = DSL.field(DSL.select(Sorting.sortField("t", attribute))
                .from(Tables.of(attribute.object(), "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.uuid("t", "id").eq(IndexedValues.record("v"))));
        sql.update(IndexedValues.of(index, "v"))
                .set(Map.of(DSL.field(DSL.name(index.kind().value().name())), worth))
                .where(Tables.ofTenant("v"))
                .and(Tables.uuid("v", "attribute").eq(index.attribute()))
                .execute();
    }

    private static Field<BigDecimal> worth(Field<BigDecimal> amount, @Nullable BigDecimal rate) {
        return rate == null ? castNull(SQLDataType.NUMERIC) : amount.mul(rate);
    }
}
