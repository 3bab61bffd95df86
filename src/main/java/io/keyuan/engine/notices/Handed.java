package io.keyuan.engine.notices;

import java.util.UUID;

/**
 * What a change gave to somebody.
 *
 * @param count of the records
 * @param first one of them
 */
public record Handed(int count, UUID first) {

    public Handed andOne() {
        return new Handed(count + 1, first);
    }
}
