package io.keyuan.engine;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Any number of the tenant's choices, stored and sent by their codes. None of them is no value. Whoever changes some may say
 * all that are to be there, or which ones come and go: {@code {"add": ["vip"], "remove": ["former"]}}.
 */
public final class MultiChoiceType extends AttributeType<Choices> {

    /** More than that nobody reads; of one record. */
    private static final int MOST = 100;

    private static final String ADD = "add";
    private static final String REMOVE = "remove";
    private static final String SEPARATORS = "[;；,，、\n]";

    private final List<Option> options;

    MultiChoiceType(List<Option> options) {
        this.options = options;
    }

    /** The words that the text of a cell names, none blank. */
    public static List<String> words(String cell) {
        return Arrays.stream(cell.split(SEPARATORS)).map(String::strip).filter(word -> !word.isEmpty()).distinct().toList();
    }

    /** @param words each of which {@link #words} reads as one */
    public static String cell(List<String> words) {
        return String.join("; ", words);
    }

    @Override
    public List<Option> options() {
        return options;
    }

    @Override
    public boolean isOfChoices() {
        return true;
    }

    @Override
    public String code() {
        return "choices";
    }

    @Override
    public List<Column> columns(String column, Attribute<?> attribute) {
        return List.of(Column.of(column, "text[]", "'{}'::text[]"));
    }

    @Override
    public @Nullable Choices read(ResultSet row, int at) throws SQLException {
        Array codes = row.getArray(at);
        return codes == null ? null : Choices.of((String[]) codes.getArray());
    }

    /** As PostgreSQL writes an array: rows of many come as one array, and arrays of arrays are all of one length. */
    @Override
    public void bind(@Nullable Choices value, @Nullable Object[] cells) {
        cells[0] = value == null || isNothing(value)
                ? null
                : value.codes().stream().map(MultiChoiceType::quoted).collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String code) {
        return '"' + code.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public boolean isNothing(Choices value) {
        return value.codes().isEmpty();
    }

    @Override
    public Choices coerce(Object json, Coercion context) throws BadValue {
        return coerce(json, null, context);
    }

    @Override
    public Choices coerce(Object json, @Nullable Choices before, Coercion context) throws BadValue {
        if (!(json instanceof Map<?, ?> change)) {
            return inOrder(codes(json, context), context);
        }
        if (change.isEmpty() || !Set.of(ADD, REMOVE).containsAll(change.keySet())) {
            throw new BadValue("not-choices");
        }
        Set<String> codes = new HashSet<>(before == null ? List.of() : before.codes());
        codes.addAll(codes(change.get(ADD), context));
        codes.removeAll(codes(change.get(REMOVE), context));
        return inOrder(codes, context);
    }

    private static Set<String> codes(@Nullable Object json, Coercion context) throws BadValue {
        if (json == null) {
            return Set.of();
        }
        if (!(json instanceof List<?> list)) {
            throw new BadValue("not-choices");
        }
        ChoiceList known = context.choices(context.attribute());
        Set<String> codes = new LinkedHashSet<>();
        for (Object each : list) {
            Choice choice = each instanceof String code ? known.find(code.strip()) : null;
            if (choice == null) {
                throw new BadValue("not-choice");
            }
            codes.add(choice.code());
        }
        return codes;
    }

    /** What is no choice any more stays where it was held already, behind the others. */
    private static Choices inOrder(Set<String> codes, Coercion context) throws BadValue {
        if (codes.size() > MOST) {
            throw new BadValue("too-many-choices", MOST);
        }
        Set<String> ordered = new LinkedHashSet<>();
        context.choices(context.attribute()).items().stream().map(ChoiceList.Item::code).filter(codes::contains).forEach(ordered::add);
        codes.stream().sorted().forEach(ordered::add);
        return new Choices(List.copyOf(ordered));
    }

    @Override
    public Choices parse(String cell, Coercion context) throws BadValue {
        return coerce(words(cell), context);
    }

    @Override
    public Object json(Choices value) {
        return value.codes();
    }

    @Override
    public Choices revive(Object json) {
        return new Choices(((List<?>) json).stream().map(String.class::cast).toList());
    }

    /** The order is that of the list, which may have been another one then. */
    @Override
    public boolean same(@Nullable Choices one, @Nullable Choices other) {
        return codes(one).equals(codes(other));
    }

    private static Set<String> codes(@Nullable Choices value) {
        return value == null ? Set.of() : Set.copyOf(value.codes());
    }

    @Override
    public ExpressionKind kind() {
        return ExpressionKind.CHOICES;
    }
}
