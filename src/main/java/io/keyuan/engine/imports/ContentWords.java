package io.keyuan.engine.imports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.BadValue;
import io.keyuan.engine.BooleanType;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.DateType;
import io.keyuan.engine.DecimalType;
import io.keyuan.engine.IdType;
import io.keyuan.engine.MoneyType;
import io.keyuan.engine.MultiChoiceType;
import io.keyuan.engine.NumberType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.TextType;
import io.keyuan.engine.TimeType;
import io.keyuan.engine.pipeline.Coercions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Guesses from what is in a column, and objects where that cannot be what its name says. */
@Component
class ContentWords {

    private static final double MOSTLY = 0.8;
    private static final double HARDLY = 0.2;

    private final Coercions coercions;
    private final ObjectTypes types;
    private final ChoiceWords choices;
    private final RecordFinder finder;

    ContentWords(Coercions coercions, ObjectTypes types, ChoiceWords choices, RecordFinder finder) {
        this.coercions = coercions;
        this.types = types;
        this.choices = choices;
        this.finder = finder;
    }

    /** Which of the values of all columns are titles of an object; one or two queries for each object. */
    Map<ObjectType, Set<String>> titles(List<FileLook.Column> columns, List<ImportableAttributes.Attributed> targets) {
        Set<String> values = new HashSet<>();
        columns.stream().filter(column -> !isNumeric(column)).forEach(column -> values.addAll(column.values()));
        values.removeIf(value -> value.length() > 200);
        Map<ObjectType, Set<String>> titles = new HashMap<>();
        for (ImportableAttributes.Attributed target : targets) {
            ObjectType type = target.attribute().type() instanceof ReferenceType ? types.target(target.attribute()) : null;
            if (type != null && !titles.containsKey(type)) {
                Set<String> found = new HashSet<>(finder.exact(type, type.title(), values).keySet());
                titles.put(type, found);
            }
        }
        return titles;
    }

    private static boolean isNumeric(FileLook.Column column) {
        return column.values().stream().allMatch(value -> value.matches("[0-9.,%+-]+"));
    }

    /** @return null where it says nothing; a confidence of 0 where it cannot be */
    @Nullable Guess guess(FileLook.Column column, ImportableAttributes.Attributed target, Map<ObjectType, Set<String>> titles) {
        if (column.values().isEmpty() || target.part() != null) {
            return null;
        }
        Attribute<?> attribute = target.attribute();
        return switch (attribute.type()) {
            case ChoiceType choice -> choice(column, target);
            case MultiChoiceType several -> choices(column, target);
            case ReferenceType reference -> reference(column, target, titles);
            case TextType text -> text(column, target, text.form());
            case DateType date -> parsed(column, target, 0.4, HARDLY);
            case TimeType time -> parsed(column, target, 0.3, HARDLY);
            case MoneyType money -> parsed(column, target, 0.2, HARDLY);
            case NumberType number -> parsed(column, target, 0.1, HARDLY);
            case DecimalType decimal -> parsed(column, target, 0.1, HARDLY);
            case BooleanType yesNo -> parsed(column, target, 0.2, HARDLY);
            case IdType id -> ids(column, target);
            default -> null;
        };
    }

    private @Nullable Guess choice(FileLook.Column column, ImportableAttributes.Attributed target) {
        ChoiceWords.OfAttribute words = choices.of(target.attribute());
        double share = share(column, value -> words.code(value) != null);
        return share >= 0.5 ? target.guess(0.85 * share, Guess.Reason.CHOICES) : null;
    }

    private @Nullable Guess choices(FileLook.Column column, ImportableAttributes.Attributed target) {
        ChoiceWords.OfAttribute words = choices.of(target.attribute());
        double share = share(column, value -> MultiChoiceType.words(value).stream().allMatch(word -> words.code(word) != null));
        return share >= 0.5 ? target.guess(0.8 * share, Guess.Reason.CHOICES) : null;
    }

    private @Nullable Guess reference(FileLook.Column column, ImportableAttributes.Attributed target, Map<ObjectType, Set<String>> titles) {
        Set<String> known = titles.getOrDefault(Objects.requireNonNull(types.target(target.attribute())), Set.of());
        double share = share(column, known::contains);
        return share >= 0.5 ? target.guess(0.8 * share, Guess.Reason.RECORDS) : null;
    }

    private @Nullable Guess text(FileLook.Column column, ImportableAttributes.Attributed target, TextType.Form form) {
        return switch (form) {
            case EMAIL -> patterned(column, target, "[^@\\s]+@[^@\\s]+\\.[^@\\s]+", 0.8);
            case URL -> patterned(column, target, "(?i)(https?://|www\\.).+", 0.7);
            case PHONE -> patterned(column, target, "(?=(?:.*[0-9]){7})[+(]?[0-9][0-9 ()./-]{6,24}", 0.55);
            default -> null;
        };
    }

    private static @Nullable Guess patterned(FileLook.Column column, ImportableAttributes.Attributed target, String pattern, double confidence) {
        double share = share(column, value -> value.matches(pattern));
        return share >= MOSTLY ? target.guess(confidence, Guess.Reason.CONTENT) : share <= HARDLY ? target.guess(0, Guess.Reason.CONTENT) : null;
    }

    private @Nullable Guess parsed(FileLook.Column column, ImportableAttributes.Attributed target, double confidence, double hardly) {
        double share = share(column, value -> isRead(target.attribute(), value));
        return share >= MOSTLY ? target.guess(confidence, Guess.Reason.CONTENT) : share <= hardly ? target.guess(0, Guess.Reason.CONTENT) : null;
    }

    /** What looks like ids may be those of another system: it has to be called so as well. */
    private static Guess ids(FileLook.Column column, ImportableAttributes.Attributed target) {
        boolean all = column.values().stream().allMatch(value -> Uuids.read(value).isPresent());
        return target.guess(all ? ColumnGuesses.LEAST / 2 : 0, Guess.Reason.CONTENT);
    }

    private <T> boolean isRead(Attribute<T> attribute, String value) {
        try {
            attribute.type().parse(value, coercions.of(attribute));
            return true;
        } catch (BadValue bad) {
            return false;
        }
    }

    private static double share(FileLook.Column column, java.util.function.Predicate<String> test) {
        return (double) column.values().stream().filter(test).count() / column.values().size();
    }
}
