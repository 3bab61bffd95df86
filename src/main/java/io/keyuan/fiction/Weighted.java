package io.keyuan.fiction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Some things of which one comes up more often than another. */
public final class Weighted<T> {

    private final List<T> things;
    private final double[] upTo;

    /** @param weights as many as things, in any unit */
    public Weighted(List<T> things, double[] weights) {
        this.things = List.copyOf(things);
        upTo = weights.clone();
        Arrays.parallelPrefix(upTo, Double::sum);
    }

    /** Reads {@code "王7.17 李7.00"}: each thing with its weight behind it. */
    public static Weighted<String> parse(String text) {
        List<String> things = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (String entry : text.split("\\s+")) {
            int digit = firstDigit(entry);
            things.add(entry.substring(0, digit));
            weights.add(Double.valueOf(entry.substring(digit)));
        }
        return new Weighted<>(things, weights.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static int firstDigit(String entry) {
        int at = 0;
        while (!Character.isDigit(entry.charAt(at))) {
            at++;
        }
        return at;
    }

    public T one(Chance chance) {
        int at = Arrays.binarySearch(upTo, chance.share() * upTo[upTo.length - 1]);
        return things.get(Math.min(at < 0 ? -at - 1 : at, things.size() - 1));
    }
}
