package io.keyuan.engine.automation;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.DateType;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Row;
import io.keyuan.engine.TenantSettings;
import io.keyuan.engine.document.TextFields;
import io.keyuan.engine.query.WholeLists;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what attributes come to have, record by record. */
@Component
class ActionValues {

    /** The record itself, as what is copied. */
    static final String ITSELF = "id";

    private final Access access;
    private final TenantSettings settings;
    private final WholeLists lists;
    private final TextFields texts;

    ActionValues(Access access, TenantSettings settings, WholeLists lists, TextFields texts) {
        this.access = access;
        this.settings = settings;
        this.lists = lists;
        this.texts = texts;
    }

    /**
     * @param faults why nothing can be said; empty where it can
     * @param inputs by record, as the API would take them; only of records that are there for the caller
     */
    record Inputs(List<Fault> faults, Map<UUID, Map<String, @Nullable Object>> inputs) {}

    /**
     * @param type of the records
     * @param made of what the values are
     */
    Inputs of(ObjectType type, ObjectType made, List<Action.Value> values, List<UUID> records) {
        List<Attribute<?>> copied = new ArrayList<>(List.of(type.id));
        List<Fault> faults = new ArrayList<>();
        for (Action.Value value : values) {
            Attribute<?> from = value.from() == null ? type.id : type.find(value.from());
            if (from == null || !access.mayRead(from)) {
                faults.add(Fault.at(value.attribute(), "not-readable"));
            } else if (!copied.contains(from)) {
                copied.add(from);
            }
        }
        if (!faults.isEmpty()) {
            return new Inputs(faults, Map.of());
        }
        Set<String> written = new LinkedHashSet<>();
        values.stream().filter(value -> value.text() != null).forEach(value -> written.add(Objects.requireNonNull(value.text())));
        Map<UUID, Map<String, String>> filled = texts.fill(type, records, written, Caller.current().locale());
        Map<UUID, Map<String, @Nullable Object>> inputs = new LinkedHashMap<>();
        for (Row row : lists.rows(type, copied, records)) {
            UUID record = Objects.requireNonNull(row.get(type.id));
            Map<String, @Nullable Object> input = new LinkedHashMap<>();
            values.forEach(value -> input.put(value.attribute(), json(value, made, row, filled.getOrDefault(record, Map.of()))));
            inputs.put(record, input);
        }
        return new Inputs(List.of(), inputs);
    }

    private @Nullable Object json(Action.Value value, ObjectType made, Row row, Map<String, String> filled) {
        if (value.text() != null) {
            return filled.get(value.text());
        }
        if (value.days() != null) {
            return moment(made.find(value.attribute()), value.days());
        }
        if (value.from() != null) {
            return value.from().equals(ITSELF)
                    ? Map.of("id", Objects.requireNonNull(row.get(row.type().id)).toString())
                    : copied(row, Objects.requireNonNull(row.type().find(value.from())));
        }
        return value.value();
    }

    private String moment(@Nullable Attribute<?> attribute, int days) {
        return attribute != null && attribute.type() instanceof DateType
                ? LocalDate.now(settings.zone()).plusDays(days).toString()
                : Instant.now().plus(Duration.ofDays(days)).toString();
    }

    private static <T> @Nullable Object copied(Row row, Attribute<T> attribute) {
        T value = row.get(attribute);
        return value == null ? null : attribute.type().json(value);
    }
}
