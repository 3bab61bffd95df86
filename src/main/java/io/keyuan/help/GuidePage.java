package io.keyuan.help;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One page of the guide as it is written: a title in three languages on its first line, parted by {@code ·}, and a part for each
 * language below a heading of that language's name. What stands before the first of them belongs to all; a page without such
 * headings is one text for all.
 */
record GuidePage(String name, Map<Locale, String> titles, Map<Locale, String> texts) {

    /** What each language calls itself. */
    static final Map<Locale, String> NAMES = Map.of(
            Locale.ENGLISH, "English", Locale.SIMPLIFIED_CHINESE, "简体中文", Locale.TRADITIONAL_CHINESE, "繁體中文");

    private static final Map<String, Locale> HEADINGS =
            NAMES.entrySet().stream().collect(Collectors.toMap(each -> "## " + each.getValue(), Map.Entry::getKey));

    static GuidePage of(String name, String file) {
        String[] lines = file.split("\\R", 2);
        return new GuidePage(name, titles(lines[0].replaceFirst("^#\\s*", "")), texts(lines.length > 1 ? lines[1] : ""));
    }

    private static Map<Locale, String> titles(String line) {
        String[] parts = line.split(" · ");
        Map<Locale, String> titles = new LinkedHashMap<>();
        titles.put(Locale.ENGLISH, parts[0]);
        titles.put(Locale.SIMPLIFIED_CHINESE, parts[Math.min(1, parts.length - 1)]);
        titles.put(Locale.TRADITIONAL_CHINESE, parts[Math.min(2, parts.length - 1)]);
        return titles;
    }

    private static Map<Locale, String> texts(String content) {
        StringBuilder common = new StringBuilder();
        Map<Locale, StringBuilder> parts = new LinkedHashMap<>();
        @Nullable StringBuilder part = common;
        for (String line : content.split("\\R", -1)) {
            Locale language = HEADINGS.get(line.strip());
            if (language == null) {
                part.append(line).append('\n');
            } else {
                part = parts.computeIfAbsent(language, any -> new StringBuilder());
            }
        }
        Map<Locale, String> texts = new LinkedHashMap<>();
        for (Locale language : HEADINGS.values()) {
            texts.put(language, common + parts.getOrDefault(language, new StringBuilder()).toString());
        }
        return texts;
    }

    String title(Locale language) {
        return titles.getOrDefault(language, name);
    }

    String text(Locale language) {
        return texts.getOrDefault(language, "");
    }
}
