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

    private static final Map<String, List<String>> OTHER_NAMES = Map.of(
            CHINA, List.of("中华人民共和国", "People's Republic of China", "PRC"),
            "HK", List.of("香港", "香港特别行政区", "中国香港特别行政区", "Hong Kong", "Hong Kong SAR"),
            "MO", List.of("澳门", "澳门特别行政区", "中国澳门特别行政区", "Macao", "Macau", "Macao SAR", "Macau SAR"),
            "TW", List.of("台湾", "台湾省", "中国台湾省", "Taiwan"),
            "US", List.of("USA", "United States of America", "美利坚合众国"),
            "GB", List.of("UK", "Great Britain"));

    /** What the state's tables have among the provinces. */
    private static final Map<String, String> REGIONS = Map.of("710000", "TW", "810000", "HK", "820000", "MO");

    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE, Locale.ENGLISH);

    private static final Map<String, String> BY_NAME = byName();

    private Countries() {}

    private static Map<String, String> byName() {
        Map<String, String> names = new HashMap<>();
        for (String code : CODES) {
            LANGUAGES.forEach(language -> names.put(Folding.fold(name(code, language)), code));
        }
        OTHER_NAMES.forEach((code, others) -> others.forEach(name -> names.put(Folding.fold(name), code)));
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

    /** The region with a code of its own that stands where a province of China would, by that one's code or by name; null where it is none. */
    public static @Nullable String region(String province) {
        String named = code(province);
        return named != null && REGIONS.containsValue(named) ? named : REGIONS.get(province);
    }

    /** The code that a text is, or is the name of in any language; null where there is no such country. */
    public static @Nullable String code(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return CODES.contains(upper) ? upper : BY_NAME.get(Folding.fold(text));
    }
}
