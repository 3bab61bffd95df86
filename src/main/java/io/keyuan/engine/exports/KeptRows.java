package io.keyuan.engine.exports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Masked;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Row;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows as a job keeps them: the values of then, without words and titles, piece by piece. They become a file when somebody
 * fetches it, by the rights that person has then.
 */
final class KeptRows {

    private static final TypeReference<List<List<@Nullable Object>>> LINES = new TypeReference<>() {};

    private final ObjectType type;
    private final List<Attribute<?>> attributes;
    private final JsonMapper json;

    /** @param attributes in the order in which the rows hold them */
    KeptRows(ObjectType type, List<Attribute<?>> attributes, JsonMapper json) {
        this.type = type;
        this.attributes = attributes;
        this.json = json;
    }

    /** A piece, to be put behind those before it. */
    byte[] piece(List<Row> rows) {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var packed = new DeflaterOutputStream(bytes, deflater)) {
            packed.write(json.writeValueAsBytes(rows.stream().map(KeptRows::values).toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return measured(bytes.toByteArray());
    }

    private static byte[] measured(byte[] packed) {
        var piece = new ByteArrayOutputStream(packed.length + Integer.BYTES);
        try (var out = new DataOutputStream(piece)) {
            out.writeInt(packed.length);
            out.write(packed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return piece.toByteArray();
    }

    private static List<@Nullable Object> values(Row row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < row.values().length; i++) {
            Object value = row.values()[i];
            values.add(value instanceof Masked masked ? List.of(masked.text()) : value == null ? null : json(row.attributes().get(i), value));
        }
        return values;
    }

    @SuppressWarnings("unchecked")
    private static <T> Object json(Attribute<T> attribute, Object value) {
        return attribute.type().json((T) value);
    }

    /** @return the rows of the next piece; empty after the last */
    List<Row> next(InputStream kept) throws IOException {
        try {
            var in = new DataInputStream(kept);
            byte[] packed = in.readNBytes(in.readInt());
            try (var content = new InflaterInputStream(new ByteArrayInputStream(packed))) {
                return json.readValue(content.readAllBytes(), LINES).stream().map(this::row).toList();
            }
        } catch (EOFException end) {
            return List.of();
        }
    }

    private Row row(List<@Nullable Object> line) {
        @Nullable Object[] values = new Object[attributes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(attributes.get(i), line.get(i));
        }
        return new Row(type, attributes, values);
    }

    /** A part of a value stands in a list; no column's value is one. */
    private static @Nullable Object value(Attribute<?> attribute, @Nullable Object kept) {
        return switch (kept) {
            case null -> null;
            case List<?> part -> new Masked(String.valueOf(part.getFirst()));
            default -> attribute.type().revive(kept);
        };
    }
}
