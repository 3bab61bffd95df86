package io.keyuan.engine;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of another object that belong to one record; they have no column of their own. */
public final class LinesType extends AttributeType<Lines> {

    /** More lines than any document has; a wrong file has more. */
    private static final int MAX_ROWS = 1000;

    private final Class<? extends ObjectType> child;

    LinesType(Class<? extends ObjectType> child) {
        this.child = child;
    }

    public Class<? extends ObjectType> child() {
        return child;
    }

    @Override
    public String code() {
        return "lines";
    }

    @Override
    public List<Column> columns(String column, Attribute<?> attribute) {
        return List.of();
    }

    @Override
    public @Nullable Lines read(ResultSet row, int at) {
        return null;
    }

    @Override
    public void bind(@Nullable Lines value, @Nullable Object[] cells) {
        // The rows are saved as records of their own.
    }

    @Override
    public Lines coerce(Object json, Coercion context) throws BadValue {
        if (!(json instanceof List<?> list)) {
            throw new BadValue("not-rows");
        }
        if (list.size() > MAX_ROWS) {
            throw new BadValue("too-many-rows", MAX_ROWS);
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Object item : list) {
            rows.add(row(item));
        }
        return new Lines(List.copyOf(rows));
    }

    private static Map<String, Object> row(@Nullable Object item) throws BadValue {
        if (!(item instanceof Map<?, ?> map)) {
            throw new BadValue("not-rows");
        }
        return members(map);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Object map) {
        return (Map<String, Object>) map;
    }

    @Override
    public Object json(Lines value) {
        return value.rows();
    }

    @Override
    public Lines revive(Object json) {
        return new Lines(((List<?>) json).stream().map(LinesType::members).toList());
    }

    @Override
    public ExpressionKind kind() {
        return ExpressionKind.ROWS;
    }

    @Override
    boolean filterable() {
        return false;
    }
}
