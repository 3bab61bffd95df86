package io.keyuan.engine.duplicates;

import io.keyuan.engine.text.Pinyin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Places that stand in names of organisations, each with how wide it is. */
final class Places {

    private static final List<String> KINDS = List.of("特别行政区", "自治区", "省", "市", "州", "区", "县");
    private static final int LONGEST = 5;
    private static final Map<String, Place> BY_NAME = read();
    private static final Map<String, Place> BY_SOUND = bySound();

    private Places() {}

    /**
     * A place.
     *
     * @param width 0 for countries, 1 for provinces, 2 for towns
     */
    record Place(String name, int width) {

        /** Whether the other has this name, or is spelt like it in latin letters. */
        boolean isCalledLike(Place other) {
            return name.equals(other.name) || sound().equals(other.sound());
        }

        private String sound() {
            List<String> syllables = Pinyin.syllables(name);
            return syllables.isEmpty() ? name : String.join("", syllables);
        }
    }

    /** The place a folded text begins with, and how many chars of it that is with the word for its kind; null where it begins with none. */
    static @Nullable Found at(String text, int from) {
        for (int length = Math.min(LONGEST, text.length() - from); length >= 2; length--) {
            Place place = BY_NAME.get(text.substring(from, from + length));
            if (place != null) {
                return new Found(place, length + kindAt(text, from + length));
            }
        }
        return null;
    }

    /** The place a folded text ends with; null where it ends with none. */
    static @Nullable Found before(String text) {
        for (int start = Math.max(0, text.length() - LONGEST - 1); start <= text.length() - 2; start++) {
            Found found = at(text, start);
            if (found != null && start + found.length() == text.length()) {
                return found;
            }
        }
        return null;
    }

    /** A word of latin letters. */
    static @Nullable Place ofWord(String word) {
        Place place = BY_NAME.get(word);
        return place == null ? BY_SOUND.get(word) : place;
    }

    /** Whether these and those cannot be the same place: there are two of one width that differ. */
    static boolean contradict(Set<Place> these, Set<Place> those) {
        return widthsApart(these, those, 0) || widthsApart(these, those, 1) || widthsApart(these, those, 2);
    }

    private static boolean widthsApart(Set<Place> these, Set<Place> those, int width) {
        Set<Place> some = ofWidth(these, width);
        Set<Place> others = ofWidth(those, width);
        return !some.isEmpty() && !others.isEmpty() && some.stream().noneMatch(place -> others.stream().anyMatch(place::isCalledLike));
    }

    private static Set<Place> ofWidth(Collection<Place> places, int width) {
        return places.stream().filter(place -> place.width() == width).collect(Collectors.toSet());
    }

    private static int kindAt(String text, int at) {
        for (String kind : KINDS) {
            if (text.startsWith(kind, at)) {
                return kind.length();
            }
        }
        return 0;
    }

    /** @param length chars that say it */
    record Found(Place place, int length) {}

    private static Map<String, Place> read() {
        InputStream file = Objects.requireNonNull(Places.class.getResourceAsStream("places.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            Map<String, Place> places = new HashMap<>();
            int width = -1;
            for (String line : lines.lines().toList()) {
                if (line.startsWith("[")) {
                    width++;
                } else if (!line.startsWith("#")) {
                    for (String name : line.split(" ", -1)) {
                        places.put(name, new Place(name, width));
                    }
                }
            }
            return places;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Place> bySound() {
        return BY_NAME.values().stream()
                .filter(place -> Character.isIdeographic(place.name().codePointAt(0)))
                .collect(Collectors.toMap(place -> String.join("", Pinyin.syllables(place.name())), place -> place, (one, other) -> one.width() > other.width() ? one : other));
    }
}
