package io.keyuan.identity.command;

import io.keyuan.engine.Access;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import io.keyuan.identity.User;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What administrators do with somebody's account. */
@RestController
@RequestMapping("/api/v1/users/{id}")
class UserCommands {

    private final Invitations invitations;
    private final Protections protections;
    private final Access access;

    UserCommands(Invitations invitations, Protections protections, Access access) {
        this.invitations = invitations;
        this.protections = protections;
        this.access = access;
    }

    @PostMapping("/invite")
    Admission invite(@PathVariable UUID id) {
        requireRight();
        return invitations.admission(id);
    }

    /** For somebody who has forgotten theirs. */
    @PostMapping("/renew-password")
    Admission renewPassword(@PathVariable UUID id) {
        requireRight();
        return invitations.renewPassword(id);
    }

    @PostMapping("/disable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disable(@PathVariable UUID id) {
        requireRight();
        invitations.disable(id);
    }

    @PostMapping("/enable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enable(@PathVariable UUID id) {
        requireRight();
        invitations.enable(id);
    }

    /** Everywhere, at once. */
    @PostMapping("/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@PathVariable UUID id) {
        requireRight();
        protections.signOut(id);
    }

    /** For somebody who has lost it, with their recovery codes. */
    @PostMapping("/reset-second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetSecondFactor(@PathVariable UUID id) {
        requireRight();
        protections.resetSecondFactor(id, "administrator");
    }

    private void requireRight() {
        if (!access.may(Right.EDIT, User.USER)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-edit"));
        }
    }
}
