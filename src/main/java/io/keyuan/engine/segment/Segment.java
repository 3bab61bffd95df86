package io.keyuan.engine.segment;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records kept together under a name.
 *
 * @param object the name in code of the object of the records
 * @param filter what makes a record a member of a live one; empty otherwise
 * @param moving whether records may come and go though nobody changes them
 * @param owner whose it is; only they change it, and whoever may configure the object
 * @param everyone whether everybody who may read the object has it
 * @param sharedWith people and groups who have it besides
 * @param members how many there are, whoever sees them
 * @param computedAt when it was last looked through from one end to the other; null where that is still to come
 * @param job that looks it through, or did last
 */
record Segment(
        UUID id, long version, String object, String name, String description, Kind kind, String filter, boolean moving, UUID owner,
        boolean everyone, Set<UUID> sharedWith, long members, @Nullable Instant computedAt, @Nullable UUID job) {

    /** Whether people put records in, or a condition does. */
    enum Kind {
        STATIC,
        LIVE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @return null for what is none */
        static @Nullable Kind of(@Nullable String code) {
            for (Kind kind : values()) {
                if (kind.code().equals(code)) {
                    return kind;
                }
            }
            return null;
        }
    }

    boolean isLive() {
        return kind == Kind.LIVE;
    }
}
