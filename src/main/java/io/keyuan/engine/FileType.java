package io.keyuan.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One file that hangs on the record: its id, and beside that what lists show of it without looking anywhere else. In
 * expressions it is what it is called.
 */
public final class FileType extends AttributeType<AttachedFile> {

    private static final Pattern CELL = Pattern.compile("(?:.*\\[)?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})]?", Pattern.DOTALL);
    private static final String NOT_FILE = "not-file";

    FileType() {}

    @Override
    public String code() {
        return "file";
    }

    @Override
    public List<Column> columns(String column, Attribute<?> attribute) {
        return List.of(
                Column.of(column, "text", "''"),
                Column.of(column + "_id", "uuid", "'00000000-0000-0000-0000-000000000000'::uuid"),
                Column.of(column + "_size", "bigint", "0"),
                Column.of(column + "_type", "text", "''"));
    }

    /** The column that says which file it is. */
    public static Column idOf(Attribute<?> attribute) {
        return attribute.columns().get(1);
    }

    @Override
    public @Nullable AttachedFile read(ResultSet row, int at) throws SQLException {
        UUID id = row.getObject(at + 1, UUID.class);
        return id == null ? null : new AttachedFile(id, row.getString(at), row.getLong(at + 2), row.getString(at + 3));
    }

    @Override
    public void bind(@Nullable AttachedFile value, @Nullable Object[] cells) {
        cells[0] = value == null ? null : value.name();
        cells[1] = value == null ? null : value.id();
        cells[2] = value == null ? null : value.size();
        cells[3] = value == null ? null : value.mediaType();
    }

    /** Whoever says more than the id says what was read: the file itself knows better. */
    @Override
    public AttachedFile coerce(Object json, Coercion context) throws BadValue {
        return AttachedFile.named(switch (json) {
            case Map<?, ?> map when map.get("id") instanceof String id -> IdType.uuid(id, NOT_FILE);
            case String cell -> inCell(cell);
            default -> throw new BadValue(NOT_FILE);
        });
    }

    @Override
    public AttachedFile coerce(Object json, @Nullable AttachedFile before, Coercion context) throws BadValue {
        AttachedFile given = coerce(json, context);
        return given.equals(before) ? Objects.requireNonNull(before) : given;
    }

    private static UUID inCell(String cell) throws BadValue {
        Matcher matcher = CELL.matcher(cell.strip());
        if (!matcher.matches()) {
            throw new BadValue(NOT_FILE);
        }
        return UUID.fromString(matcher.group(1));
    }

    @Override
    public Object json(AttachedFile value) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", value.id().toString());
        json.put("name", value.name());
        json.put("size", value.size());
        json.put("mediaType", value.mediaType());
        return json;
    }

    @Override
    public AttachedFile revive(Object json) {
        Map<?, ?> file = (Map<?, ?>) json;
        return new AttachedFile(
                UUID.fromString(String.valueOf(file.get("id"))), String.valueOf(file.get("name")), ((Number) Objects.requireNonNull(file.get("size"))).longValue(),
                String.valueOf(file.get("mediaType")));
    }

    @Override
    public ExpressionKind kind() {
        return ExpressionKind.TEXT;
    }
}
