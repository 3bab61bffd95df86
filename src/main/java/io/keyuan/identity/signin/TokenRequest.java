package io.keyuan.identity.signin;

import io.keyuan.engine.Caller;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token somebody wants.
 *
 * @param expiresAt null for a year from now
 * @param never whether it shall never run out, which only administrators may have
 * @param role the one it is confined to; null where it may what its person may
 * @param readOnly whether it may change nothing; null for no
 */
record TokenRequest(
        @Nullable String name, @Nullable Instant expiresAt, @Nullable Boolean never, @Nullable UUID role, @Nullable Boolean readOnly) {

    private static final int NAME_LENGTH = 100;

    /**
     * @param person whose it is to be
     * @throws io.keyuan.engine.Problem where it cannot be
     */
    Tokens.Wanted checked(UUID person) {
        return new Tokens.Wanted(person, checkedName(), checkedExpiry(), role, Boolean.TRUE.equals(readOnly));
    }

    private String checkedName() {
        String wanted = Refusals.given("name", name).strip();
        if (wanted.length() > NAME_LENGTH) {
            throw Refusals.broken("name", "too-long", NAME_LENGTH, wanted.length());
        }
        return wanted;
    }

    private @Nullable Instant checkedExpiry() {
        if (Boolean.TRUE.equals(never)) {
            if (!Caller.current().administers()) {
                throw Refusals.broken("never", "only-administrators");
            }
            return null;
        }
        if (expiresAt != null && !expiresAt.isAfter(Instant.now())) {
            throw Refusals.broken("expiresAt", "not-in-future");
        }
        return expiresAt == null ? Instant.now().atOffset(ZoneOffset.UTC).plusYears(1).toInstant() : expiresAt;
    }
}
