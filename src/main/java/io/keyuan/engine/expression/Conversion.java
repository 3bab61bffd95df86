package io.keyuan.engine.expression;

import io.keyuan.engine.Choice;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.expression.Operand.Literal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes of literals what the attribute they are compared with wants. */
final class Conversion {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** Of more choices the first are told. */
    private static final int MOST_NAMED = 12;

    private final Surroundings surroundings;
    private final Parsed parsed;
    private final Moments moments;

    Conversion(Surroundings surroundings, Parsed parsed, Moments moments) {
        this.surroundings = surroundings;
        this.parsed = parsed;
        this.moments = moments;
    }

    Moments moments() {
        return moments;
    }

    /**
     * The value as Java has it: text, {@link BigDecimal}, {@link LocalDate}, {@link Boolean}, code, {@link UUID}; for a
     * time an {@link Instant}, or a {@link LocalDate} where a whole day was meant.
     */
    Object value(Path path, Literal literal) {
        Object value = switch (path.kind()) {
            case TEXT -> literal.value() instanceof String text ? text : null;
            case NUMBER, MONEY -> number(literal.value());
            case DATE -> date(literal.value());
            case TIME -> time(literal.value());
            case YES_NO -> literal.value() instanceof Boolean yes ? yes : null;
            case CHOICE -> code(path, literal);
            case REFERENCE -> id(literal.value());
            case CHOICES, ROWS, ADDRESS -> null;
        };
        if (value == null) {
            throw wrongTypes(literal);
        }
        return value;
    }

    /** The codes of the choices that mean this. */
    List<String> codesMeaning(Path path, Literal literal) {
        if (!(literal.value() instanceof String name)) {
            throw wrongTypes(literal);
        }
        Enum<?> meaning = ((ChoiceType) path.attribute().type()).meaning(name);
        if (meaning == null) {
            throw unknown(literal, choices(path).items().stream().map(ChoiceList.Item::meaning).filter(Objects::nonNull).map(ChoiceType::code).distinct());
        }
        return choices(path).items().stream()
                .filter(item -> item.meaning() == meaning)
                .map(ChoiceList.Item::code)
                .toList();
    }

    private Problem wrongTypes(Literal literal) {
        return parsed.problem(literal.node(), "wrong-types");
    }

    /** The code of one of the choices of the attribute. */
    String code(Path path, Literal literal) {
        if (!(literal.value() instanceof String code)) {
            throw wrongTypes(literal);
        }
        Choice choice = choices(path).find(code);
        if (choice == null) {
            throw unknown(literal, choices(path).items().stream().map(ChoiceList.Item::code));
        }
        return code;
    }

    /** With those there are, since people know choices by what they are called. */
    private Problem unknown(Literal literal, Stream<String> known) {
        List<String> codes = known.limit(MOST_NAMED + 1).toList();
        String named = String.join(", ", codes.subList(0, Math.min(MOST_NAMED, codes.size()))) + (codes.size() > MOST_NAMED ? ", …" : "");
        return parsed.problem(literal.node(), "unknown-choice", named);
    }

    /** The codes of all choices of the attribute. */
    List<String> codes(Path path) {
        return choices(path).items().stream().map(ChoiceList.Item::code).toList();
    }

    private ChoiceList choices(Path path) {
        return surroundings.choices().of(path.attribute());
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        return switch (value) {
            case BigDecimal number -> number;
            case String text when DECIMAL.matcher(text).matches() -> new BigDecimal(text);
            case null, default -> null;
        };
    }

    private @Nullable LocalDate date(@Nullable Object value) {
        return switch (value) {
            case LocalDate date -> date;
            case Instant time -> moments.day(time);
            case String text -> Moments.date(text).orElse(null);
            case null, default -> null;
        };
    }

    private @Nullable Object time(@Nullable Object value) {
        return switch (value) {
            case LocalDate date -> date;
            case Instant time -> time;
            case String text -> Moments.date(text).<Object>map(date -> date).or(() -> moments.time(text)).orElse(null);
            case null, default -> null;
        };
    }

    static @Nullable UUID id(@Nullable Object value) {
        return switch (value) {
            case UUID id -> id;
            case String text when ID.matcher(text).matches() -> UUID.fromString(text);
            case null, default -> null;
        };
    }
}
