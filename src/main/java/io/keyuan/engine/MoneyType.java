package io.keyuan.engine;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An amount of a currency. Lists sort and filters compare by its worth in the tenant's base currency. */
public final class MoneyType extends AttributeType<Money> {

    /** Decimals kept; the finest minor unit in use has three. */
    static final int SCALE = 4;

    private static final int DIGITS = 19;

    private static final List<ValuePart> PARTS =
            List.of(new ValuePart("value", ExpressionKind.NUMBER, 0), new ValuePart("currency", ExpressionKind.TEXT, 1));

    MoneyType() {}

    @Override
    public String code() {
        return "money";
    }

    @Override
    public List<Column> columns(String column, Attribute<?> attribute) {
        return List.of(
                Column.of(column, "numeric", "'-Infinity'::numeric"),
                Column.of(column + "_currency", "text", "''"),
                Column.of(column + "_base", "numeric", "'-Infinity'::numeric"));
    }

    @Override
    public List<ValuePart> parts() {
        return PARTS;
    }

    @Override
    public Column sorted(List<Column> columns) {
        return columns.getLast();
    }

    @Override
    public @Nullable Money read(ResultSet row, int at) throws SQLException {
        BigDecimal amount = row.getBigDecimal(at);
        return amount == null ? null : new Money(amount, row.getString(at + 1), row.getBigDecimal(at + 2));
    }

    @Override
    public void bind(@Nullable Money value, @Nullable Object[] cells) {
        cells[0] = value == null ? null : value.amount();
        cells[1] = value == null ? null : value.currency();
        cells[2] = value == null ? null : value.base();
    }

    @Override
    public Money coerce(Object json, Coercion context) throws BadValue {
        if (json instanceof Map<?, ?> map) {
            Object amount = map.get("amount");
            Object currency = map.get("currency");
            if (amount == null) {
                throw new BadValue("not-money");
            }
            return money(amount, currency == null ? context.baseCurrency() : currency);
        }
        return money(json, context.baseCurrency());
    }

    /** In a cell the currency stands beside the amount. */
    @Override
    public Money parse(String cell, Coercion context) throws BadValue {
        AmountText text = AmountText.of(cell);
        return money(text.amount(), text.currency() == null ? context.baseCurrency() : text.currency());
    }

    private static Money money(Object amount, Object currency) throws BadValue {
        if (!(currency instanceof String code)) {
            throw new BadValue("not-currency");
        }
        return Money.of(Numerals.scaled(Numerals.read(amount), SCALE, DIGITS), currency(code));
    }

    private static String currency(String code) throws BadValue {
        try {
            return Currency.getInstance(code.strip().toUpperCase(Locale.ROOT)).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new BadValue("not-currency");
        }
    }

    @Override
    public Object json(Money value) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("amount", plain(value));
        json.put("currency", value.currency());
        return json;
    }

    @Override
    public Money revive(Object json) {
        Map<?, ?> money = (Map<?, ?>) json;
        return Money.of(new BigDecimal(String.valueOf(money.get("amount"))), String.valueOf(money.get("currency")));
    }

    /** With the decimals of the currency, more only where the amount has more. */
    private static String plain(Money value) {
        int usual = Math.max(0, Currency.getInstance(value.currency()).getDefaultFractionDigits());
        BigDecimal shortest = value.amount().stripTrailingZeros();
        return shortest.setScale(Math.max(usual, shortest.scale())).toPlainString();
    }

    @Override
    public boolean same(@Nullable Money one, @Nullable Money other) {
        return one == null ? other == null : other != null && one.sameAs(other);
    }

    @Override
    public ExpressionKind kind() {
        return ExpressionKind.MONEY;
    }
}
