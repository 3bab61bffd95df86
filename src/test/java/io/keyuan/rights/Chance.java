package io.keyuan.rights;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Choices that a seed decides. */
final class Chance {

    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    boolean is(double probability) {
        return random.nextDouble() < probability;
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    <T> @Nullable T oneOrNone(double probability, List<T> of) {
        return of.isEmpty() || !is(probability) ? null : one(of);
    }

    <T> Set<T> some(double probability, List<T> of) {
        Set<T> chosen = new HashSet<>();
        for (T each : of) {
            if (is(probability)) {
                chosen.add(each);
            }
        }
        return chosen;
    }

    /** A few of many. */
    <T> List<T> few(int most, List<T> of) {
        List<T> left = new ArrayList<>(of);
        List<T> chosen = new ArrayList<>();
        while (chosen.size() < most && !left.isEmpty()) {
            chosen.add(left.remove(random.nextInt(left.size())));
        }
        return chosen;
    }
}
