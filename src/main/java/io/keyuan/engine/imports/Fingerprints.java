package io.keyuan.engine.imports;

import java.util.Arrays;

/**
 * A set of texts that only tells whether one is in it: eight to sixteen bytes for each, so that those of a file of millions
 * of rows fit into memory. Of 64 bits, two texts share a fingerprint once in more files than there are.
 */
final class Fingerprints {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private long[] slots = new long[1 << 10];
    private int size;

    /** @return whether it is new */
    boolean add(String text) {
        if (2 * size >= slots.length) {
            grow();
        }
        boolean added = put(of(text));
        size += added ? 1 : 0;
        return added;
    }

    boolean contains(String text) {
        long print = of(text);
        return slots[slot(print)] == print;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        Arrays.stream(old).filter(print -> print != 0).forEach(this::put);
    }

    private boolean put(long print) {
        int slot = slot(print);
        boolean free = slots[slot] == 0;
        slots[slot] = print;
        return free;
    }

    /** Where it is, or where it would go. */
    private int slot(long print) {
        int mask = slots.length - 1;
        int slot = (int) (print >>> 32) & mask;
        while (slots[slot] != 0 && slots[slot] != print) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** Never 0, which marks a free slot. */
    private static long of(String text) {
        long hash = OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        long mixed = (hash ^ hash >>> 29) * MIX;
        return mixed == 0 ? 1 : mixed;
    }
}
