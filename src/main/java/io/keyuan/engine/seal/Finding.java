package io.keyuan.engine.seal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first thing that is not as it was sealed.
 *
 * @param what {@code row-changed}, {@code row-missing}, {@code row-inserted}, {@code block-changed}, {@code block-missing},
 *     {@code end-missing}, {@code erasure-unaccounted} or {@code hash-unknown}
 * @param block its number; 0 where it belongs to none
 * @param table of the row; null where it is not known, or no row is to blame
 */
record Finding(String what, long block, @Nullable String table, @Nullable UUID row) {

    static Finding ofBlock(String what, long number) {
        return new Finding(what, number, null, null);
    }
}
