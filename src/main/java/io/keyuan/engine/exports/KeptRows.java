package io.keyuan.engine.exports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.BooleanType;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.DateType;
import io.keyuan.engine.DecimalType;
import io.keyuan.engine.IdType;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.Masked;
import io.keyuan.engine.Money;
import io.keyuan.engine.MoneyType;
import io.keyuan.engine.NumberType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.Row;
import io.keyuan.engine.TextType;
import io.keyuan.engine.TimeType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows as a job keeps them: the values of then, without words and titles, piece by piece. They become a file when somebody
 * fetches it, by the rights that person has then.
 */
final class KeptRows {

    private static final String MASKED = "masked";

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
        for (Object value : row.values()) {
            values.add(switch (value) {
                case null -> null;
                case Masked masked -> List.of(MASKED, masked.text());
                case Ref ref -> ref.requireId().toString();
                case Choice choice -> choice.code();
                case Money money -> List.of(money.amount().toPlainString(), money.currency());
                case BigDecimal number -> number.toPlainString();
                case Long number -> number;
                case Boolean yes -> yes;
                default -> value.toString();
            });
        }
        return values;
    }

    /** @return the rows of the next piece; empty after the last */
    List<Row> next(InputStream kept) throws IOException {
        try {
            var in = new DataInputStream(kept);
            byte[] packed = in.readNBytes(in.readInt());
            try (var content = new InflaterInputStream(new ByteArrayInputStream(packed))) {
                return json.readTree(content.readAllBytes()).values().stream().map(this::row).toList();
            }
        } catch (EOFException end) {
            return List.of();
        }
    }

    private Row row(JsonNode line) {
        @Nullable Object[] values = new Object[attributes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(attributes.get(i), line.path(i));
        }
        return new Row(type, attributes, values);
    }

    private static @Nullable Object value(Attribute<?> attribute, JsonNode kept) {
        if (kept.isNull() || kept.isMissingNode()) {
            return null;
        }
        if (kept.isArray() && kept.path(0).asString("").equals(MASKED)) {
            return new Masked(kept.path(1).asString(""));
        }
        return switch (attribute.type()) {
            case TextType text -> kept.asString();
            case NumberType number -> kept.asLong();
            case DecimalType decimal -> new BigDecimal(kept.asString());
            case MoneyType money -> Money.of(new BigDecimal(kept.path(0).asString()), kept.path(1).asString());
            case DateType day -> LocalDate.parse(kept.asString());
            case TimeType time -> Instant.parse(kept.asString());
            case BooleanType yesNo -> kept.asBoolean();
            case ChoiceType choice -> Choice.of(kept.asString());
            case ReferenceType reference -> Ref.to(UUID.fromString(kept.asString()));
            case IdType id -> UUID.fromString(kept.asString());
            case LinesType lines -> null;
        };
    }
}
