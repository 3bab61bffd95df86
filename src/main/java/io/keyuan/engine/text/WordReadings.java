package io.keyuan.engine.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words whose characters are read otherwise than usual, from a file with lines such as {@code 重庆 chong qing}. */
final class WordReadings {
    /** A word and one syllable for each of its characters. */
    record Word(int[] characters, String[] syllables) {
        boolean standsAt(int[] text, int at) {
            if (at + characters.length > text.length) {
                return false;
            }
            for (int i = 1; i < characters.length; i++) {
                if (Simplified.of(text[at + i]) != characters[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Map<Integer, List<Word>> byFirst = new HashMap<>();
    private final BitSet firsts = new BitSet();

    /** Reads a file beside this class; lines that begin with # are remarks. */
    WordReadings(String resource) {
        InputStream file = Objects.requireNonNull(WordReadings.class.getResourceAsStream(resource), resource);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            Map<Integer, List<Word>> words = lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(WordReadings::parse)
                    .collect(Collectors.groupingBy(word -> word.characters()[0]));
            words.forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The longest word that begins at a place of a text, traditional or simplified. */
    @Nullable Word at(int[] text, int at) {
        int first = Simplified.of(text[at]);
        if (!firsts.get(first)) {
            return null;
        }
        for (Word word : byFirst.getOrDefault(first, List.of())) {
            if (word.standsAt(text, at)) {
                return word;
            }
        }
        return null;
    }

    private void add(int first, List<Word> words) {
        firsts.set(first);
        byFirst.put(first, words.stream()
                .sorted(Comparator.comparingInt((Word word) -> word.characters().length).reversed())
                .toList());
    }

    private static Word parse(String line) {
        int space = line.indexOf(' ');
        int[] characters = line.substring(0, space).codePoints().toArray();
        String[] syllables = line.substring(space + 1).trim().split(" +", -1);
        if (characters.length != syllables.length) {
            throw new IllegalStateException("One syllable for each character, please: " + line);
        }
        return new Word(characters, syllables);
    }
}
