package io.keyuan.engine.openapi;

import io.keyuan.engine.AddressType;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.BooleanType;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.DateType;
import io.keyuan.engine.DecimalType;
import io.keyuan.engine.MoneyType;
import io.keyuan.engine.NumberType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.RegisterCode;
import io.keyuan.engine.TextType;
import io.keyuan.engine.TimeType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain requests that work, for an object nobody has written better ones for: what its form asks first, by type. */
final class ExampleByDefinition {

    private ExampleByDefinition() {}

    static Map<String, Map<String, Object>> of(ObjectType type) {
        return Map.of("create", create(type, 1), "patch", Map.of(type.title().name(), title(type, 2)),
                "batch", Map.of("create", List.of(create(type, 3), create(type, 4))));
    }

    private static Map<String, Object> create(ObjectType type, int number) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(type.title().name(), title(type, number));
        type.defined().attributes().stream()
                .filter(attribute -> attribute.isWritable() && !attribute.equals(type.title()))
                .filter(attribute -> attribute.isRequired() || type.quick().contains(attribute))
                .forEach(attribute -> {
                    Object value = value(attribute, number);
                    if (value != null) {
                        body.put(attribute.name(), value);
                    }
                });
        return body;
    }

    private static String title(ObjectType type, int number) {
        return type.name() + " " + number;
    }

    /** A value of the type; null where one would have to know of other records. */
    private static @Nullable Object value(Attribute<?> attribute, int number) {
        return switch (attribute.type()) {
            case TextType text -> switch (text.form()) {
                case LINE, LINES -> attribute.name() + " " + number;
                case EMAIL -> "person" + number + "@example.com";
                case PHONE -> "+86 10 6253 181" + number;
                case URL -> "https://example.com/" + number;
                case REGISTER_CODE -> RegisterCode.example(number);
            };
            case ChoiceType choice -> choice.options().isEmpty() ? null : choice.options().getFirst().code();
            case NumberType whole -> number;
            case DecimalType decimal -> String.valueOf(number);
            case MoneyType money -> Map.of("amount", "100.00", "currency", "USD");
            case AddressType address -> Map.of("country", "CN", "province", "440000", "city", "440300", "district", "440305", "street", number + " Gaoxin South Road");
            case DateType date -> "2024-03-15";
            case TimeType time -> "2024-03-15T09:30:00Z";
            case BooleanType yesNo -> true;
            default -> null;
        };
    }
}
