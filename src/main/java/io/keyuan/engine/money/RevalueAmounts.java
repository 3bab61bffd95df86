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
import io.keyuan.engine.sql.Tables;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
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

    private void revalue(Attribute<?> attribute, String base) {
        List<Column> columns = attribute.columns();
        Field<String> currency = Tables.text("t", columns.get(1).name());
        List<String> used = sql.selectDistinct(currency)
                .from(Tables.of(attribute.object(), "t"))
                .where(Tables.ofTenant("t"))
                .and(currency.isNotNull())
                .fetch(currency);
        for (String each : used) {
            BigDecimal rate = each.equals(base) ? BigDecimal.ONE : rates.rate(each, LocalDate.now(ZoneOffset.UTC));
            sql.update(Tables.of(attribute.object(), "t"))
                    .set(field(name(columns.get(2).name()), SQLDataType.NUMERIC), worth(Tables.decimal("t", columns.get(0).name()), rate))
                    .where(Tables.ofTenant("t"))
                    .and(currency.eq(each))
                    .execute();
        }
    }

    private static Field<BigDecimal> worth(Field<BigDecimal> amount, @Nullable BigDecimal rate) {
        return rate == null ? castNull(SQLDataType.NUMERIC) : amount.mul(rate);
    }
}
