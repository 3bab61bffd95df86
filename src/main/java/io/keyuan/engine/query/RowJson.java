package io.keyuan.engine.query;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Masked;
import io.keyuan.engine.Row;
import io.keyuan.engine.audit.Disclosures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Records as JSON: what has no value is left out. */
public final class RowJson {

    private RowJson() {}

    public static Map<String, Object> map(Row row) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < row.values().length; i++) {
            Object json = told(row, row.attributes().get(i), row.values()[i]);
            if (json != null) {
                map.put(row.attributes().get(i).name(), json);
            }
        }
        return map;
    }

    public static void write(JsonGenerator out, Row row) {
        out.writeStartObject();
        for (int i = 0; i < row.values().length; i++) {
            Object json = told(row, row.attributes().get(i), row.values()[i]);
            if (json != null) {
                out.writeName(row.attributes().get(i).name());
                write(out, json);
            }
        }
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Object json) {
        switch (json) {
            case String text -> out.writeString(text);
            case Long number -> out.writeNumber(number);
            case Boolean yes -> out.writeBoolean(yes);
            case Map<?, ?> map -> {
                out.writeStartObject();
                map.forEach((name, value) -> {
                    out.writeName(String.valueOf(name));
                    write(out, value);
                });
                out.writeEndObject();
            }
            case List<?> list -> {
                out.writeStartArray();
                list.forEach(item -> write(out, item));
                out.writeEndArray();
            }
            default -> out.writePOJO(json);
        }
    }

    /** A value as the reader is told it. */
    private static @Nullable Object told(Row row, Attribute<?> attribute, @Nullable Object value) {
        Object json = json(attribute, value);
        if (json != null && !(value instanceof Masked)) {
            Disclosures.note(row, attribute);
        }
        return json;
    }

    @SuppressWarnings("unchecked")
    private static <T> @Nullable Object json(Attribute<T> attribute, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Masked masked -> masked.text();
            default -> attribute.type().json((T) value);
        };
    }
}
