package io.keyuan.fiction;

import java.util.List;
import java.util.SplittableRandom;

/** Draws that come out the same for the same record, whichever thread makes it and in whatever order. */
public final class Chance {

    private static final long SEED = 0x6B65_7975_616EL;
    /** Far apart, so that the draws of neighbours have nothing in common. */
    private static final long STRIDE = 0x9E37_79B9_7F4A_7C15L;

    private final SplittableRandom random;

    private Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** @param subject what is drawn for, such as the names of customers: two subjects draw independently */
    public static Chance of(String subject, long index) {
        return new Chance((SEED + subject.hashCode()) ^ (index + 1) * STRIDE);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    public double share() {
        return random.nextDouble();
    }

    public boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    public <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A number of so many digits, zeros in front included. */
    public String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    public long bits() {
        return random.nextLong();
    }
}
