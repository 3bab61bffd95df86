package io.keyuan.engine.merge;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.Choices;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.MultiChoiceType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Row;
import io.keyuan.engine.TextType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What stands in the one record that several become: what somebody chose; else its own value, or where it has none that of the first that has one;
 * of tags and the like, all there are. What points to one of the records themselves points nowhere.
 */
@Component
class MergedValues {

    private static final String BETWEEN_TEXTS = "\n\n";

    private final ChoiceLists choices;

    MergedValues(ChoiceLists choices) {
        this.choices = choices;
    }

    /**
     * What becomes of one attribute.
     *
     * @param from whose value it is; null where it is that of all together, or nobody has one
     * @param changed whether it is another than that of the record that stays
     */
    record Result(@Nullable Object value, @Nullable UUID from, boolean changed) {}

    /** Whether anybody says what becomes of it: what rules compute they compute again, and lines are records of their own. */
    static boolean isMerged(Attribute<?> attribute) {
        return attribute.isWritable() && !(attribute.type() instanceof LinesType);
    }

    /** Whether several values can be one. */
    static boolean canBeAll(Attribute<?> attribute) {
        return attribute.type() instanceof MultiChoiceType || isLongText(attribute);
    }

    private static boolean isLongText(Attribute<?> attribute) {
        return attribute.type() instanceof TextType text && text.form() == TextType.Form.LINES;
    }

    /** @param rows of all the records, with every attribute; one that is missing has no say */
    Map<Attribute<?>, Result> of(ObjectType type, MergeOrder order, Map<UUID, Row> rows) {
        Map<Attribute<?>, Result> results = new LinkedHashMap<>();
        type.attributes().stream()
                .filter(MergedValues::isMerged)
                .filter(attribute -> !order.values().containsKey(attribute.name()))
                .forEach(attribute -> results.put(attribute, result(attribute, order, rows)));
        return results;
    }

    private <T> Result result(Attribute<T> attribute, MergeOrder order, Map<UUID, Row> rows) {
        String chosen = order.choose().get(attribute.name());
        Map<UUID, T> values = values(attribute, order, rows);
        Row staying = rows.get(order.into());
        T now = staying == null ? null : staying.get(attribute);
        if (MergeOrder.ALL.equals(chosen) || chosen == null && attribute.type() instanceof MultiChoiceType) {
            T all = together(attribute, List.copyOf(values.values()));
            return new Result(all, null, !attribute.type().same(now, all));
        }
        UUID from = chosen != null ? UUID.fromString(chosen) : values.keySet().stream().findFirst().orElse(null);
        T value = from == null ? null : values.get(from);
        return new Result(meant(attribute, value), from, !attribute.type().same(now, value));
    }

    /** Those that have one, the record that stays first. */
    private static <T> Map<UUID, T> values(Attribute<T> attribute, MergeOrder order, Map<UUID, Row> rows) {
        Map<UUID, T> values = new LinkedHashMap<>();
        for (UUID id : order.all()) {
            Row row = rows.get(id);
            T value = row == null ? null : row.get(attribute);
            boolean itself = value instanceof Ref ref && ref.id() != null && order.names(ref.id());
            if (value != null && !itself && !attribute.type().isNothing(value)) {
                values.put(id, value);
            }
        }
        return values;
    }

    @SuppressWarnings("unchecked")
    private static <T> @Nullable T together(Attribute<T> attribute, List<T> values) {
        if (values.isEmpty()) {
            return null;
        }
        if (attribute.type() instanceof MultiChoiceType) {
            Set<String> codes = new LinkedHashSet<>();
            values.forEach(value -> codes.addAll(((Choices) value).codes()));
            return (T) new Choices(new ArrayList<>(codes));
        }
        return (T) values.stream().map(String::valueOf).map(String::strip).distinct().collect(Collectors.joining(BETWEEN_TEXTS));
    }

    /** Rules ask what a stage means; a row knows only its code. */
    private @Nullable Object meant(Attribute<?> attribute, @Nullable Object value) {
        if (value instanceof Choice choice && attribute.type() instanceof ChoiceType type && type.meanings() != null) {
            return Objects.requireNonNullElse(choices.of(attribute).find(choice.code()), choice);
        }
        return value;
    }
}
