package io.keyuan.engine.imports;

import java.util.HashSet;
import java.util.Set;

/** How much two texts have in common, from 0 to 1: the share of the pairs of characters they have in common. */
final class Likeness {

    private Likeness() {}

    /** @param one and other as {@link Words#header} leaves them */
    static double of(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        if (one.equals(other)) {
            return 1;
        }
        Set<String> pairs = pairs(one);
        Set<String> others = pairs(other);
        long shared = pairs.stream().filter(others::contains).count();
        return 2.0 * shared / (pairs.size() + others.size());
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        String bounded = "^" + text + "$";
        for (int i = 0; i + 2 <= bounded.length(); i++) {
            pairs.add(bounded.substring(i, i + 2));
        }
        return pairs;
    }
}
