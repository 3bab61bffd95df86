package io.keyuan.engine.aggregate;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.DecimalType;
import io.keyuan.engine.Money;
import io.keyuan.engine.MoneyType;
import io.keyuan.engine.NumberType;
import io.keyuan.engine.aggregate.Tallies.Figures;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts, numbers and money as JSON says them. */
final class FigureJson {

    /** An average has this many decimals more than the values it is of. */
    private static final int FINER = 2;

    /** Any number of fewer digits is one of 64 bits. */
    private static final int LONGEST = Long.toString(Long.MAX_VALUE).length();

    private FigureJson() {}

    static @Nullable Object of(Figures figures, long records, String baseCurrency) {
        Attribute<?> attribute = figures.measure().attribute();
        if (attribute == null) {
            return records;
        }
        return switch (attribute.type()) {
            case MoneyType type -> money(type, figures, baseCurrency);
            case DecimalType type -> decimal(figures.plain(), type.scale());
            case NumberType type -> number(figures.plain());
            default -> throw new IllegalStateException("not numeric: " + attribute);
        };
    }

    private static @Nullable String decimal(Tally tally, int scale) {
        BigDecimal value = tally.result(scale + FINER);
        return value == null ? null : value.toPlainString();
    }

    /** A JSON number as in records, except an average and a sum that is larger than any whole number kept. */
    private static @Nullable Object number(Tally tally) {
        BigDecimal value = tally.value();
        if (value == null || tally.function() == Measure.Function.AVG || value.precision() >= LONGEST) {
            return decimal(tally, 0);
        }
        return value.longValueExact();
    }

    private static Map<String, @Nullable Object> money(MoneyType type, Figures figures, String baseCurrency) {
        List<Object> byCurrency = figures.byCurrency().entrySet().stream()
                .map(entry -> Objects.requireNonNull(money(type, entry.getValue(), entry.getKey())))
                .toList();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("byCurrency", byCurrency);
        json.put("base", money(type, figures.plain(), baseCurrency));
        json.put("unconverted", figures.unconverted());
        return json;
    }

    private static @Nullable Object money(MoneyType type, Tally tally, String currency) {
        BigDecimal value = tally.result(Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()));
        return value == null ? null : type.json(Money.of(value, currency));
    }
}
