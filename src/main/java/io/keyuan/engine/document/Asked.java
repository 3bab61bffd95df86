package io.keyuan.engine.document;

import io.keyuan.engine.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is asked for, and what is meant by it where it stands.
 *
 * @param meaning null where it leads nowhere
 * @param lines within whose section it stands; null outside
 */
record Asked(AskedFor.Place place, @Nullable Meaning meaning, @Nullable Attribute<?> lines) {

    String path() {
        return place.tag().path();
    }
}
