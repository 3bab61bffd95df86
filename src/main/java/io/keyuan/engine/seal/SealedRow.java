package io.keyuan.engine.seal;

import java.util.Comparator;
import java.util.UUID;

/**
 * A row of the trail as the chain sees it.
 *
 * @param table where it stands
 * @param hash over everything that is in it
 */
record SealedRow(String table, Place place, byte[] hash) {

    static final Comparator<SealedRow> ORDER = Comparator.comparing(SealedRow::place);

    UUID id() {
        return place.id();
    }

    /** Where a row stands among all of a tenant's: by transaction, and then as the database compares ids. */
    record Place(long position, UUID id) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparingLong(Place::position)
                .thenComparing(place -> place.id().getMostSignificantBits(), Long::compareUnsigned)
                .thenComparing(place -> place.id().getLeastSignificantBits(), Long::compareUnsigned);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
