package io.keyuan.engine.calculation;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.BooleanType;
import io.keyuan.engine.Calculation;
import io.keyuan.engine.DateType;
import io.keyuan.engine.DecimalType;
import io.keyuan.engine.Money;
import io.keyuan.engine.MoneyType;
import io.keyuan.engine.NumberType;
import io.keyuan.engine.TenantSettings;
import io.keyuan.engine.TextType;
import io.keyuan.engine.TimeType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jooq.Cursor;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of what the database answers a value of an attribute; what the attribute cannot hold is nothing. */
@Component
class ResultValues {

    private static final int MONEY_DECIMALS = 4;

    /** As many digits as amounts and decimals may have before the point, with room for either. */
    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(15);

    private final TenantSettings settings;

    ResultValues(TenantSettings settings) {
        this.settings = settings;
    }

    /** What a summary of no records is. */
    @Nullable Object ofNone(Known.OfOthers known) {
        boolean adds = known.summary().function() == Calculation.Function.SUM || known.summary().function() == Calculation.Function.COUNT;
        return adds ? number(known.attribute(), BigDecimal.ZERO) : null;
    }

    /** @param at the column, from 1 */
    Optional<Object> read(Attribute<?> attribute, ResultSet row, int at) throws SQLException {
        return Optional.ofNullable(switch (attribute.type()) {
            case NumberType number -> number(attribute, row.getBigDecimal(at));
            case DecimalType decimal -> number(attribute, row.getBigDecimal(at));
            case MoneyType money -> number(attribute, row.getBigDecimal(at));
            case TextType text -> text(text, row.getString(at));
            case DateType date -> row.getObject(at, LocalDate.class);
            case TimeType time -> time(row.getObject(at, OffsetDateTime.class));
            case BooleanType yesNo -> yes(row, at);
            default -> throw new IllegalStateException(attribute + " is not calculated");
        });
    }

    /** Hands on the ids of the first column with the values of the second. */
    void each(Attribute<?> attribute, ResultQuery<? extends Record> query, BiConsumer<UUID, Object> taker) {
        try (Cursor<? extends Record> cursor = query.fetchLazy(); ResultSet result = cursor.resultSet()) {
            while (result != null && result.next()) {
                UUID id = result.getObject(1, UUID.class);
                read(attribute, result, 2).ifPresent(value -> taker.accept(id, value));
            }
        } catch (SQLException e) {
            throw new DataAccessException("reading " + attribute, e);
        }
    }

    private @Nullable Object number(Attribute<?> attribute, @Nullable BigDecimal value) {
        if (value == null || value.abs().compareTo(TOO_LARGE) >= 0) {
            return null;
        }
        return switch (attribute.type()) {
            case NumberType number -> value.setScale(0, RoundingMode.HALF_UP).longValueExact();
            case DecimalType decimal -> value.setScale(decimal.scale(), RoundingMode.HALF_UP);
            default -> {
                BigDecimal amount = value.setScale(MONEY_DECIMALS, RoundingMode.HALF_UP);
                yield new Money(amount, settings.baseCurrency(), amount);
            }
        };
    }

    private static @Nullable Object text(TextType type, @Nullable String value) {
        String line = value == null ? "" : value.replaceAll("\\s+", " ").strip();
        int end = Math.min(line.length(), type.maxLength());
        return line.isEmpty() ? null : line.substring(0, end < line.length() && Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end);
    }

    private static @Nullable Object time(@Nullable OffsetDateTime value) {
        return value == null ? null : value.toInstant();
    }

    private static @Nullable Object yes(ResultSet row, int at) throws SQLException {
        boolean yes = row.getBoolean(at);
        return row.wasNull() ? null : yes;
    }
}
