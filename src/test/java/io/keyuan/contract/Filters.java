package io.keyuan.contract;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ExpressionKind;
import io.keyuan.engine.FileType;
import io.keyuan.engine.NumberType;
import io.keyuan.engine.ValuePart;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The filters that make sense for an attribute, each with what it means, said a second time in Java. */
final class Filters {

    private static final List<String> OPERATORS = List.of("<", "<=", ">", ">=");

    private Filters() {}

    /** @param meaning which records the expression is true of */
    record Filter(String expression, Predicate<JsonNode> meaning) {}

    /** @param sample a record that has a value; the filters are about that value */
    static List<Filter> of(Attribute<?> attribute, Optional<JsonNode> sample) {
        String name = attribute.name();
        Predicate<JsonNode> present = record -> value(record, attribute) != null;
        List<Filter> filters = new ArrayList<>(List.of(
                new Filter("has(" + name + ")", present), new Filter("!has(" + name + ")", present.negate())));
        sample.map(record -> value(record, attribute)).ifPresent(value -> addComparisons(filters, attribute, value));
        return filters;
    }

    private static void addComparisons(List<Filter> filters, Attribute<?> attribute, JsonNode value) {
        if (attribute.type().kind() == ExpressionKind.CHOICES) {
            addChoiceFilters(filters, attribute, value.get(0).asString());
            return;
        }
        if (attribute.type().kind() == ExpressionKind.ADDRESS) {
            addAddressFilters(filters, attribute, value);
            return;
        }
        String name = attribute.name();
        String literal = literal(attribute, value);
        Predicate<JsonNode> same = record -> Integer.valueOf(0).equals(compare(attribute, record, value));
        filters.add(new Filter(name + " == " + literal, same));
        filters.add(new Filter(name + " != " + literal, same.negate()));
        filters.add(new Filter("!(" + name + " == " + literal + ")", same.negate()));
        if (attribute.type().kind() != ExpressionKind.MONEY) {
            filters.add(new Filter(name + " in [" + literal + "]", same));
        }
        switch (attribute.type().kind()) {
            case NUMBER, MONEY, DATE, TIME -> OPERATORS.forEach(operator -> filters.add(range(attribute, operator, literal, value)));
            case TEXT -> addTextFilters(filters, attribute, value.asString());
            default -> {}
        }
    }

    private static void addChoiceFilters(List<Filter> filters, Attribute<?> attribute, String code) {
        String name = attribute.name();
        Predicate<JsonNode> holds = record -> value(record, attribute) instanceof JsonNode held
                && held.values().stream().anyMatch(each -> each.asString().equals(code));
        Predicate<JsonNode> single = record -> value(record, attribute) instanceof JsonNode held && held.size() == 1;
        filters.add(new Filter(quoted(code) + " in " + name, holds));
        filters.add(new Filter("!(" + quoted(code) + " in " + name + ")", holds.negate()));
        filters.add(new Filter(name + ".exists(t, t == " + quoted(code) + ")", holds));
        filters.add(new Filter("!" + name + ".exists(t, t in [" + quoted(code) + "])", holds.negate()));
        filters.add(new Filter(name + ".size() == 1", single));
    }

    /** By its words, and by each part that it has. */
    private static void addAddressFilters(List<Filter> filters, Attribute<?> attribute, JsonNode value) {
        String words = value.get("text").asString().substring(0, 5);
        filters.add(new Filter(attribute.name() + ".contains(" + quoted(words) + ")", record -> part(record, attribute, "text").contains(words)));
        for (ValuePart part : attribute.type().parts()) {
            String path = attribute.name() + "." + part.name();
            filters.add(new Filter("has(" + path + ")", record -> !part(record, attribute, part.name()).isEmpty()));
            if (value.has(part.name())) {
                String said = value.get(part.name()).asString();
                Predicate<JsonNode> same = record -> part(record, attribute, part.name()).equals(said);
                filters.add(new Filter(path + " == " + quoted(said), same));
                filters.add(new Filter(path + " != " + quoted(said), same.negate()));
                filters.add(new Filter("!(" + path + " in [" + quoted(said) + ", 'CN', '440000'])",
                        record -> !List.of(said, "CN", "440000").contains(part(record, attribute, part.name()))));
            }
        }
    }

    /** Empty for none. */
    private static String part(JsonNode record, Attribute<?> attribute, String part) {
        return record.path(attribute.name()).path(part).asString("");
    }

    private static Filter range(Attribute<?> attribute, String operator, String literal, JsonNode value) {
        return new Filter(attribute.name() + " " + operator + " " + literal, record -> {
            Integer order = compare(attribute, record, value);
            return order != null && switch (operator) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        });
    }

    private static void addTextFilters(List<Filter> filters, Attribute<?> attribute, String text) {
        String inner = text.length() > 2 ? text.substring(1, Math.min(text.length() - 1, 8)) : text;
        filters.add(text(attribute, "contains", inner, value -> value.contains(inner)));
        String first = text.substring(0, 1);
        filters.add(text(attribute, "startsWith", first, value -> value.startsWith(first)));
        String last = text.substring(text.length() - 1);
        filters.add(text(attribute, "endsWith", last, value -> value.endsWith(last)));
        filters.add(text(attribute, "contains", "%", value -> value.contains("%")));
    }

    private static Filter text(Attribute<?> attribute, String function, String argument, Predicate<String> meaning) {
        return new Filter(attribute.name() + "." + function + "(" + quoted(argument) + ")", record -> {
            JsonNode value = value(record, attribute);
            return value != null && meaning.test(value.asString());
        });
    }

    /** @return null where the record has no value to compare */
    private static @Nullable Integer compare(Attribute<?> attribute, JsonNode record, JsonNode other) {
        JsonNode value = value(record, attribute);
        return value == null ? null : compare(attribute.type().kind(), value, other);
    }

    private static int compare(ExpressionKind kind, JsonNode one, JsonNode other) {
        return switch (kind) {
            case NUMBER -> new BigDecimal(one.asString()).compareTo(new BigDecimal(other.asString()));
            case MONEY -> new BigDecimal(one.get("amount").asString()).compareTo(new BigDecimal(other.get("amount").asString()));
            case TIME -> Instant.parse(one.asString()).compareTo(Instant.parse(other.asString()));
            case REFERENCE -> id(one).compareTo(id(other));
            default -> one.asString().compareTo(other.asString());
        };
    }

    private static String id(JsonNode reference) {
        return reference.isObject() ? reference.get("id").asString() : reference.asString();
    }

    private static String literal(Attribute<?> attribute, JsonNode value) {
        return switch (attribute.type().kind()) {
            case NUMBER -> attribute.type() instanceof NumberType ? value.asString() : quoted(value.asString());
            case MONEY -> quoted(value.get("amount").asString());
            case DATE -> "date(" + quoted(value.asString()) + ")";
            case TIME -> "timestamp(" + quoted(value.asString()) + ")";
            case YES_NO -> value.asString();
            case REFERENCE -> quoted(id(value));
            case TEXT, CHOICE, CHOICES, ADDRESS, ROWS -> quoted(value.asString());
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }

    private static @Nullable JsonNode value(JsonNode record, Attribute<?> attribute) {
        JsonNode value = record.get(attribute.name());
        return value != null && attribute.type() instanceof FileType ? value.get("name") : value;
    }
}
