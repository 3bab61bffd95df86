package io.keyuan.engine;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The languages the program speaks, and which of them suits somebody best. */
public final class Languages {

    public static final Locale SIMPLIFIED_CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final Locale TRADITIONAL_CHINESE = Locale.TRADITIONAL_CHINESE;
    public static final Locale ENGLISH = Locale.ENGLISH;

    private static final List<Locale> ALL = List.of(SIMPLIFIED_CHINESE, TRADITIONAL_CHINESE, ENGLISH);
    private static final Set<String> TRADITIONAL_PLACES = Set.of("TW", "HK", "MO");

    private Languages() {}

    /** In the order in which people are offered them. */
    public static List<Locale> all() {
        return ALL;
    }

    /** One of {@link #all()}: the same language and script, English for any other. */
    public static Locale closest(Locale wanted) {
        if (!wanted.getLanguage().equals("zh")) {
            return ENGLISH;
        }
        boolean traditional = wanted.getScript().isEmpty()
                ? TRADITIONAL_PLACES.contains(wanted.getCountry())
                : wanted.getScript().equals("Hant");
        return traditional ? TRADITIONAL_CHINESE : SIMPLIFIED_CHINESE;
    }

    /** By an {@code Accept-Language} header; English where it is absent, malformed or asks for nothing the program speaks. */
    public static Locale accepted(@Nullable String header) {
        return accepted(header, ENGLISH);
    }

    /** @param otherwise where the header is absent, malformed or asks for nothing the program speaks */
    public static Locale accepted(@Nullable String header, Locale otherwise) {
        if (header == null || header.isBlank()) {
            return otherwise;
        }
        try {
            return LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .filter(locale -> spoken(locale.getLanguage()))
                    .findFirst()
                    .map(Languages::closest)
                    .orElse(otherwise);
        } catch (IllegalArgumentException malformed) {
            return otherwise;
        }
    }

    /** The signed-in person's; for requests of nobody, what {@link #accepted} says. */
    public static Locale ofCallerOr(@Nullable String header) {
        Caller caller = Caller.currentOrNull();
        return caller == null ? accepted(header) : closest(caller.locale());
    }

    private static boolean spoken(String language) {
        return ALL.stream().anyMatch(locale -> locale.getLanguage().equals(language));
    }

    /** Of words by the tag of their language, those in the language asked for, else in one that is given; null where none are. */
    public static @Nullable String closest(Locale language, Map<String, String> words) {
        String own = words.get(closest(language).toLanguageTag());
        return own != null ? own : all().stream().map(each -> words.get(each.toLanguageTag())).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
