package io.keyuan.engine.seal;

import io.keyuan.engine.seal.SealedRow.Place;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the chain has been walked, from its beginning.
 *
 * @param number of the last block that was looked at; 0 before the first
 * @param position where its rows end
 * @param row which of that position
 * @param hash of the last block, in hexadecimal
 * @param at when that was sealed; null before the first
 * @param rows that are as they were sealed
 * @param erased rows that were taken away with their values, as an event tells
 * @param unsealed rows behind the end of the chain, written in the last seconds
 * @param known whether the hash that was asked for is one of the chain's
 * @param finding what is not as it should be; nothing is looked at behind it
 * @param over whether the end was reached
 */
record Walk(
        long number, long position, UUID row, String hash, @Nullable Instant at, long rows, long erased, long unsealed, boolean known,
        @Nullable Finding finding, boolean over) {

    static Walk beginning(UUID tenant) {
        return new Walk(0, Long.MIN_VALUE, new UUID(0, 0), HexFormat.of().formatHex(Seal.beginning(tenant)), null, 0, 0, 0, false, null, false);
    }

    Place place() {
        return new Place(position, row);
    }

    Walk past(Seal seal, int gone, @Nullable String wanted) {
        return new Walk(
                seal.number(), seal.to().position(), seal.to().id(), seal.name(), seal.at().toInstant(), rows + seal.ids().size() - gone,
                erased + gone, unsealed, known || seal.name().equals(wanted), finding, over);
    }

    Walk found(Finding found) {
        return new Walk(number, position, row, hash, at, rows, erased, unsealed, known, found, true);
    }

    Walk ended(long left) {
        return new Walk(number, position, row, hash, at, rows, erased, left, known, finding, true);
    }

    boolean endsAt(Chain.End end) {
        return number == end.number() && hash.equals(HexFormat.of().formatHex(end.hash()));
    }

    /** Whether a block follows this one. */
    boolean goesOnWith(Seal seal) {
        boolean here = seal.after().equals(place()) || number == 0 && seal.after().equals(new Place(-1, new UUID(0, 0)));
        return here && Arrays.equals(HexFormat.of().parseHex(hash), seal.previous());
    }
}
