package io.keyuan.engine.timeline;

import java.time.Instant;
import java.util.UUID;

/** An entry as it was found: where it stands, and in which source. */
record Found(Source source, Instant at, UUID id) {

    Place place() {
        return new Place(at, id);
    }
}
