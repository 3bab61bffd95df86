package io.keyuan.engine.assign;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule is in going round its people.
 *
 * @param last who got the last one; null before the first
 * @param place where that person stood among them, for when they no longer do
 */
record Turn(@Nullable UUID last, int place) {

    static final Turn FIRST = new Turn(null, 0);
}
