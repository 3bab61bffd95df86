package io.keyuan.identity.signin;

import io.keyuan.engine.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The browsers somebody is signed in with, and signing out there. */
@RestController
@RequestMapping("/api/v1/session/devices")
class SessionListController {

    private final SessionList list;
    private final Sessions sessions;
    private final SignInTrail trail;

    SessionListController(SessionList list, Sessions sessions, SignInTrail trail) {
        this.list = list;
        this.sessions = sessions;
        this.trail = trail;
    }

    record Devices(List<SessionList.Device> items) {}

    @GetMapping
    Devices list(@AuthenticationPrincipal Identity identity) {
        return new Devices(list.list(identity.proof()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@PathVariable String id, @AuthenticationPrincipal Identity identity) {
        SecretHash found = list.find(id).orElseThrow(Problem::notFound);
        sessions.end(identity.tenant(), found);
        trail.sessionsEnded(identity.person(), 1);
    }

    /** All but the one it is asked from. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOutElsewhere(@AuthenticationPrincipal Identity identity) {
        @Nullable SecretHash kept = identity.proof() instanceof Proof.Session session ? session.id() : null;
        trail.sessionsEnded(identity.person(), sessions.endAllBut(identity.tenant(), identity.person(), kept));
    }
}
