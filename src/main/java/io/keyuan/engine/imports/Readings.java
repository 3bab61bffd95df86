package io.keyuan.engine.imports;

import io.keyuan.engine.AmountText;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeType;
import io.keyuan.engine.BadValue;
import io.keyuan.engine.BooleanType;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.DateType;
import io.keyuan.engine.DecimalType;
import io.keyuan.engine.MoneyType;
import io.keyuan.engine.MultiChoiceType;
import io.keyuan.engine.NumberType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.pipeline.Coercions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
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
            case ChoiceType choice -> OfferedChoice.of(attribute, said, choices);
            case MultiChoiceType several -> OfferedChoice.of(attribute, said, choices);
            case BooleanType yesNo -> parsed(attribute);
            case MoneyType money -> amount(said.scale(), said.currency());
            case NumberType number when said.scale() != null -> scaled(said.scale());
            case DecimalType decimal when said.scale() != null -> scaled(said.scale());
            case DateType date when said.format() != null -> formatted(said);
            default -> AS_WRITTEN;
        };
    }

    /**
     * Reads a value that every row has: text as if it stood in a cell, anything else as the API takes it.
     *
     * @return JSON as the pipeline takes it
     * @throws io.keyuan.engine.Problem where it cannot be the attribute's
     */
    Object constant(Target target, Object said, String path) {
        Attribute<?> attribute = target.attribute();
        try {
            if (target.part() != null) {
                return text(said);
            }
            return said instanceof String text ? written(attribute, text) : checked(attribute, said);
        } catch (BadValue bad) {
            throw MapProblem.at(path, bad.code(), bad.args().toArray());
        }
    }

    /** What a part may be depends on the others, which only the rows say. */
    private static String text(Object said) throws BadValue {
        if (!(said instanceof String text)) {
            throw new BadValue("not-text");
        }
        return text.strip();
    }

    private <T> Object written(Attribute<T> attribute, String text) throws BadValue {
        return switch (attribute.type()) {
            case ChoiceType choice -> choice(attribute, text);
            case MultiChoiceType several -> choices(attribute, text);
            case ReferenceType reference -> throw new BadValue("not-reference");
            case AttributeType<T> type -> type.json(type.parse(text, coercions.of(attribute)));
        };
    }

    private String choice(Attribute<?> attribute, String text) throws BadValue {
        String code = choices.of(attribute).code(text.strip());
        if (code == null) {
            throw new BadValue("not-choice");
        }
        return code;
    }

    private List<String> choices(Attribute<?> attribute, String text) throws BadValue {
        List<String> codes = new ArrayList<>();
        for (String word : MultiChoiceType.words(text)) {
            codes.add(choice(attribute, word));
        }
        return codes;
    }

    private Object checked(Attribute<?> attribute, Object said) throws BadValue {
        attribute.type().coerce(said, coercions.of(attribute));
        return said;
    }

    /** An option that would do nothing is a misunderstanding. */
    private static void refuseMisplaced(AttributeType<?> type, ImportMap.Rule said) {
        boolean reference = type instanceof ReferenceType;
        boolean number = type instanceof MoneyType || type instanceof NumberType || type instanceof DecimalType;
        refuse(said, "by", !said.by().isEmpty() && !reference);
        refuse(said, "set", !said.set().isEmpty() && !reference);
        refuse(said, "missing", said.missing() != null && !reference && !type.isOfChoices());
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

    private static Reading scaled(BigDecimal scale) {
        return (text, rule, candidate) -> {
            try {
                rule.target().put(candidate.input(), times(text, scale));
            } catch (NumberFormatException wrong) {
                candidate.reject(rule.target(), "not-number");
            }
        };
    }

    /** @param currency of amounts that do not say theirs; null for the base currency */
    private static Reading amount(@Nullable BigDecimal scale, @Nullable String currency) {
        return (text, rule, candidate) -> {
            try {
                AmountText said = AmountText.of(text);
                Object amount = scale == null ? said.amount() : times(said.amount(), scale);
                String own = said.currency() == null ? currency : said.currency();
                rule.target().put(candidate.input(), own == null ? amount : Map.of("amount", amount, "currency", own));
            } catch (NumberFormatException wrong) {
                candidate.reject(rule.target(), "not-number");
            }
        };
    }

    private static String times(String text, BigDecimal scale) {
        return Amounts.read(text).multiply(scale).toPlainString();
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
