package io.keyuan.identity.signin;

import static io.keyuan.identity.User.USER;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What must be provable about signing in. Kept in the name of the {@linkplain io.keyuan.engine.Caller#current() current caller}. */
@Component
public class SignInTrail {

    private final AuditTrail trail;

    SignInTrail(AuditTrail trail) {
        this.trail = trail;
    }

    /** @param means what let them in: {@code password}, {@code code}, {@code recovery-code} or what else vouches for them */
    void signedIn(UUID person, String means, String address) {
        keep("signed-in", person, Map.of("means", means, "address", address));
    }

    /** Somebody tried to be this person. */
    void signInFailed(UUID person, String why, String address) {
        keep("sign-in-failed", person, Map.of("why", why, "address", address));
    }

    void signedOut(UUID person) {
        keep("signed-out", person, Map.of());
    }

    void passwordChanged(UUID person) {
        keep("password-changed", person, Map.of());
    }

    /** @param by {@code link}, {@code administrator} or {@code command} */
    public void passwordReset(UUID person, String by) {
        keep("password-reset", person, Map.of("by", by));
    }

    void secondFactorOn(UUID person) {
        keep("second-factor-on", person, Map.of());
    }

    /** @param by {@code person}, {@code administrator} or {@code command} */
    public void secondFactorOff(UUID person, String by) {
        keep("second-factor-off", person, Map.of("by", by));
    }

    void recoveryCodesRenewed(UUID person) {
        keep("recovery-codes-renewed", person, Map.of());
    }

    void tokenMade(UUID person, Tokens.Listed token) {
        Map<String, Object> details = new HashMap<>(Map.of("name", token.name(), "prefix", token.prefix(), "readOnly", token.readOnly()));
        putText(details, "expiresAt", token.expiresAt());
        putText(details, "role", token.role());
        keep("token-made", person, details);
    }

    void tokenRevoked(UUID person, String name) {
        keep("token-revoked", person, Map.of("name", name));
    }

    /** @param how many were ended */
    public void sessionsEnded(UUID person, int how) {
        if (how > 0) {
            keep("session-ended", person, Map.of("sessions", how));
        }
    }

    public void invitationSent(UUID person) {
        keep("invitation-sent", person, Map.of());
    }

    void policyChanged(Map<String, Object> policy) {
        trail.keep(AuditEvent.of("sign-in-policy-changed", policy));
    }

    private void keep(String kind, UUID person, Map<String, Object> details) {
        trail.keep(new AuditEvent(kind, USER.name(), person, details));
    }

    private static void putText(Map<String, Object> details, String name, @Nullable Object value) {
        if (value != null) {
            details.put(name, value.toString());
        }
    }
}
