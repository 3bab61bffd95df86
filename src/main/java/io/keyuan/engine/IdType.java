package io.keyuan.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of a record: a UUIDv7, so that ids made later sort later. */
public final class IdType extends AttributeType<UUID> {

    private static final int LENGTH = 36;

    IdType() {}

    @Override
    public String code() {
        return "id";
    }

    @Override
    public List<Column> columns(String column, Attribute<?> attribute) {
        return List.of(Column.of(column, "uuid", "'00000000-0000-0000-0000-000000000000'::uuid"));
    }

    @Override
    public @Nullable UUID read(ResultSet row, int at) throws SQLException {
        return row.getObject(at, UUID.class);
    }

    @Override
    public void bind(@Nullable UUID value, @Nullable Object[] cells) {
        cells[0] = value;
    }

    @Override
    public UUID coerce(Object json, Coercion context) throws BadValue {
        return uuid(json, "not-id");
    }

    static UUID uuid(Object json, String code) throws BadValue {
        // UUID.fromString takes shortened forms such as 1-1-1-1-1, which are nobody's id.
        if (json instanceof String text && text.length() == LENGTH) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                throw new BadValue(code);
            }
        }
        throw new BadValue(code);
    }

    @Override
    public Object json(UUID value) {
        return value.toString();
    }

    @Override
    public UUID revive(Object json) {
        return UUID.fromString((String) json);
    }

    @Override
    public ExpressionKind kind() {
        return ExpressionKind.REFERENCE;
    }
}
