package io.keyuan.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A moment, kept to the microsecond as PostgreSQL keeps it. */
public final class TimeType extends AttributeType<Instant> {

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    TimeType() {}

    @Override
    public String code() {
        return "time";
    }

    @Override
    public List<Column> columns(String column, Attribute<?> attribute) {
        return List.of(Column.of(column, "timestamptz", "'-infinity'::timestamptz"));
    }

    @Override
    public @Nullable Instant read(ResultSet row, int at) throws SQLException {
        OffsetDateTime time = row.getObject(at, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    @Override
    public void bind(@Nullable Instant value, @Nullable Object[] cells) {
        cells[0] = value == null ? null : value.atOffset(ZoneOffset.UTC);
    }

    /** RFC 3339; a time without a zone is one of the tenant's zone. */
    @Override
    public Instant coerce(Object json, Coercion context) throws BadValue {
        if (!(json instanceof String text)) {
            throw new BadValue("not-time");
        }
        try {
            var time = instant(text.strip().replace(' ', 'T'), context);
            int year = time.atOffset(ZoneOffset.UTC).getYear();
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                throw new BadValue("not-time");
            }
            return time.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw new BadValue("not-time");
        }
    }

    private static Instant instant(String text, Coercion context) {
        boolean zoned = text.endsWith("Z") || text.endsWith("z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
        return zoned ? OffsetDateTime.parse(text).toInstant() : LocalDateTime.parse(text).atZone(context.zone()).toInstant();
    }

    @Override
    public Object json(Instant value) {
        return value.toString();
    }

    @Override
    public Instant revive(Object json) {
        return Instant.parse((String) json);
    }

    @Override
    public ExpressionKind kind() {
        return ExpressionKind.TIME;
    }
}
