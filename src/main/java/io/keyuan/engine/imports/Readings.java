package io.keyuan.engine.imports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeType;
import io.keyuan.engine.BadValue;
import io.keyuan.engine.BooleanType;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.DateType;
import io.keyuan.engine.DecimalType;
import io.keyuan.engine.MoneyType;
import io.keyuan.engine.NumberType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.pipeline.Coercions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the way to read the text of an attribute, by its type and what the map says. */
@Component
class Readings {

    private static final Reading AS_WRITTEN = (text, rule, candidate) -> rule.target().put(candidate.input(), text);

    private final Coercions coercions;
    private final ObjectTypes types;
    private final ChoiceWords choices;

    Readings(Coercions coercions, ObjectTypes types, ChoiceWords choices) {
        this.coercions = coercions;
        this.types = types;
        this.choices = choices;
    }

    Reading of(Attribute<?> attribute, ImportMap.Rule said) {
        refuseMisplaced(attribute.type(), said);
        return switch (attribute.type()) {
            case ReferenceType reference -> References.of(attribute, said, types);
            case ChoiceType choice -> new OfferedChoice(attribute, choices, said.missing() == null ? Missing.FAIL : said.missing());
            case BooleanType yesNo -> parsed(attribute);
            case MoneyType money -> scaled(said.scale(), said.currency());
            case NumberType number when said.scale() != null -> scaled(said.scale(), null);
            case DecimalType decimal when said.scale() != null -> scaled(said.scale(), null);
            case DateType date when said.format() != null -> formatted(said);
            default -> AS_WRITTEN;
        };
    }

    /** An option that would do nothing is a misunderstanding. */
    private static void refuseMisplaced(AttributeType<?> type, ImportMap.Rule said) {
        boolean reference = type instanceof ReferenceType;
        boolean number = type instanceof MoneyType || type instanceof NumberType || type instanceof DecimalType;
        refuse(said, "by", !said.by().isEmpty() && !reference);
        refuse(said, "set", !said.set().isEmpty() && !reference);
        refuse(said, "missing", said.missing() != null && !reference && !(type instanceof ChoiceType));
        refuse(said, "scale", said.scale() != null && !number);
        refuse(said, "currency", said.currency() != null && !(type instanceof MoneyType));
        refuse(said, "format", said.format() != null && !(type instanceof DateType));
    }

    private static void refuse(ImportMap.Rule said, String option, boolean misplaced) {
        if (misplaced) {
            throw MapProblem.at(said.path() + "." + option, "misplaced-option");
        }
    }

    private <T> Reading parsed(Attribute<T> attribute) {
        return (text, rule, candidate) -> {
            try {
                T value = attribute.type().parse(text, coercions.of(attribute));
                rule.target().put(candidate.input(), attribute.type().json(value));
            } catch (BadValue bad) {
                candidate.reject(rule.target(), bad.code(), bad.args().toArray());
            }
        };
    }

    private static Reading scaled(@Nullable BigDecimal scale, @Nullable String currency) {
        return (text, rule, candidate) -> {
            try {
                Object amount = scale == null ? text : Amounts.read(text).multiply(scale).toPlainString();
                rule.target().put(candidate.input(), currency == null ? amount : Map.of("amount", amount, "currency", currency));
            } catch (NumberFormatException wrong) {
                candidate.reject(rule.target(), "not-number");
            }
        };
    }

    private static Reading formatted(ImportMap.Rule said) {
        DateTimeFormatter format = formatter(said);
        return (text, rule, candidate) -> {
            try {
                rule.target().put(candidate.input(), LocalDate.parse(text, format).toString());
            } catch (DateTimeParseException wrong) {
                candidate.reject(rule.target(), "not-date");
            }
        };
    }

    private static DateTimeFormatter formatter(ImportMap.Rule said) {
        try {
            return DateTimeFormatter.ofPattern(said.format(), Locale.ENGLISH);
        } catch (IllegalArgumentException wrong) {
            throw MapProblem.at(said.path() + ".format", "bad-format");
        }
    }
}
