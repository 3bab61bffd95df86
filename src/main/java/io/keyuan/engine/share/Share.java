package io.keyuan.engine.share;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record given to somebody by somebody.
 *
 * @param kind {@link #COLLABORATOR}, {@link #SHARE}, or {@link #RULE}, whose principal is a rule's generation
 * @param until the moment from which it counts no more; null for good
 * @param by null where a rule gave it
 */
record Share(
        UUID principal, String kind, boolean editing, boolean along, @Nullable Instant until, @Nullable String note, @Nullable UUID by,
        Instant at) {

    /** Works on the record as its owner does, where the role says so. */
    static final String COLLABORATOR = "collaborator";

    static final String SHARE = "share";
    static final String RULE = "rule";
}
