package io.keyuan.engine;

import java.time.Instant;
import java.util.UUID;

/**
 * When something happened, and through whom, that is only now written down: a new record was made then, a change made then.
 * Only a load of history says so, and it carries the {@linkplain Caller#operation() operation} by which all it wrote can be
 * told from what people did and taken away again.
 *
 * @param by the id of a person
 */
public record Past(Instant at, UUID by) {}
