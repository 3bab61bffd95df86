package io.keyuan.identity.signin;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Callers;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.identity.User;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators see what somebody sees; they change nothing meanwhile, and it is kept in the audit trail. */
@RestController
@RequestMapping("/api/v1/session/view-as")
class ViewAsController {

    private final Sessions sessions;
    private final Callers callers;
    private final AuditTrail trail;

    ViewAsController(Sessions sessions, Callers callers, AuditTrail trail) {
        this.sessions = sessions;
        this.callers = callers;
        this.trail = trail;
    }

    record Wanted(@Nullable Person user) {
        record Person(@Nullable UUID id) {}
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void begin(@AuthenticationPrincipal Identity identity, @RequestBody Wanted wanted) {
        Proof.Session session = Refusals.requireSession(identity);
        if (!identity.administrator()) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-read"));
        }
        UUID person = wanted.user() == null ? null : wanted.user().id();
        boolean there = person != null && callers.of(identity.tenant(), person, Caller.current().locale()) != null;
        if (person == null || !there || person.equals(identity.person())) {
            throw Refusals.broken("user", person == null ? "required" : "unknown-reference");
        }
        sessions.see(identity.tenant(), session.id(), person);
        keep("view-as", person);
    }

    /** Possible whether somebody looks with another's eyes or not. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void end(@AuthenticationPrincipal Identity identity) {
        Proof.Session session = Refusals.requireSession(identity);
        if (identity.seen() != null) {
            sessions.see(identity.tenant(), session.id(), null);
            keep("view-as-ended", identity.seen().person());
        }
    }

    private void keep(String kind, UUID person) {
        trail.keep(new AuditEvent(kind, User.USER.name(), person, Map.of()));
    }
}
