package io.keyuan.engine.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The usual reading of each Han character, without tone, ü as v.
 *
 * <p>The table comes from the pinyin library, whose own interface knows neither the characters outside the basic
 * plane nor an array to look them up in; so its file is read, once, when the class is first touched.
 */
final class PinyinTable {
    private static final String SOURCE = "/pinyin_dict_char.txt";
    private static final int COMMON = 0x3400;
    private static final int COMMON_END = 0xA000;
    private static final int RARE = 0x20000;
    private static final int RARE_END = 0x32400;
    private static final PinyinTable INSTANCE = new PinyinTable();

    private final List<String> syllables = new ArrayList<>(List.of(""));
    private final short[] common = new short[COMMON_END - COMMON];
    private final short[] rare = new short[RARE_END - RARE];

    private PinyinTable() {
        Map<String, Short> known = new HashMap<>();
        try (BufferedReader lines = open()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(line, known);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The reading of a character, or an empty string where there is none. */
    static String syllable(int codePoint) {
        if (codePoint >= COMMON && codePoint < COMMON_END) {
            return INSTANCE.syllables.get(INSTANCE.common[codePoint - COMMON]);
        }
        if (codePoint >= RARE && codePoint < RARE_END) {
            return INSTANCE.syllables.get(INSTANCE.rare[codePoint - RARE]);
        }
        return codePoint == 0x3007 ? "ling" : "";
    }

    private static BufferedReader open() {
        InputStream file = Objects.requireNonNull(PinyinTable.class.getResourceAsStream(SOURCE), SOURCE);
        return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    }

    /** Takes in a line such as {@code 行:xíng,háng}; the first reading is the usual one. */
    private void add(String line, Map<String, Short> known) {
        int colon = line.indexOf(':');
        if (colon <= 0) {
            return;
        }
        int comma = line.indexOf(',', colon);
        String reading = line.substring(colon + 1, comma < 0 ? line.length() : comma);
        put(line.codePointAt(0), known.computeIfAbsent(reading, this::enter));
    }

    private short enter(String reading) {
        syllables.add(toneless(reading).intern());
        return (short) (syllables.size() - 1);
    }

    private void put(int codePoint, short syllable) {
        if (codePoint >= COMMON && codePoint < COMMON_END) {
            common[codePoint - COMMON] = syllable;
        } else if (codePoint >= RARE && codePoint < RARE_END) {
            rare[codePoint - RARE] = syllable;
        }
    }

    private static String toneless(String reading) {
        String apart = Normalizer.normalize(reading, Normalizer.Form.NFD).replace("u\u0308", "v");
        StringBuilder letters = new StringBuilder(apart.length());
        apart.chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> letters.append((char) c));
        return letters.toString();
    }
}
