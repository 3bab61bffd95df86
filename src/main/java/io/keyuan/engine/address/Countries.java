package io.keyuan.engine.address;

import io.keyuan.engine.text.Folding;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Countries and regions by their code of ISO 3166-1, and their names as the mainland of China writes them. */
public final class Countries {

    public static final String CHINA = "CN";

    private static final Set<String> CODES = Set.copyOf(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));

    private static final Map<String, List<String>> OWN_NAMES = Map.of(
            "HK", List.of("中国香港", "中國香港", "Hong Kong, China"),
            "MO", List.of("中国澳门", "中國澳門", "Macao, China"),
            "TW", List.of("中国台湾", "中國台灣", "Taiwan, China"));

    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE, Locale.ENGLISH);

    private static final Map<String, String> BY_NAME = byName();

    private Countries() {}

    private static Map<String, String> byName() {
        Map<String, String> names = new HashMap<>(Map.of(
                "香港", "HK", "香港特别行政区", "HK", "澳门", "MO", "澳门特别行政区", "MO", "台湾", "TW", "台湾省", "TW", "中华人民共和国", CHINA));
        for (String code : CODES) {
            LANGUAGES.forEach(language -> names.put(Folding.fold(name(code, language)), code));
        }
        return Map.copyOf(names);
    }

    /** Their codes in the order of the alphabet. */
    public static Set<String> codes() {
        return new TreeSet<>(CODES);
    }

    /** What people call it, in English where they speak a language the program does not; a code that is no country's is its own name. */
    public static String name(String code, Locale language) {
        int known = LANGUAGES.indexOf(language);
        int at = known < 0 ? LANGUAGES.size() - 1 : known;
        List<String> own = OWN_NAMES.get(code);
        return own != null ? own.get(at) : Locale.of("", code).getDisplayCountry(LANGUAGES.get(at));
    }

    /** The code that a text is, or is the name of in any language; null where there is no such country. */
    public static @Nullable String code(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return CODES.contains(upper) ? upper : BY_NAME.get(Folding.fold(text));
    }
}
