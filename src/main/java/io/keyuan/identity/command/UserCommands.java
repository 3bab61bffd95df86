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
    private final Access access;

    UserCommands(Invitations invitations, Access access) {
        this.invitations = invitations;
        this.access = access;
    }

    @PostMapping("/invite")
    OneTimePassword invite(@PathVariable UUID id) {
        requireRight();
        return new OneTimePassword(invitations.invite(id));
    }

    /** For somebody who has forgotten theirs. */
    @PostMapping("/renew-password")
    OneTimePassword renewPassword(@PathVariable UUID id) {
        requireRight();
        return new OneTimePassword(invitations.renewPassword(id));
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

    private void requireRight() {
        if (!access.may(Right.EDIT, User.USER)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-edit"));
        }
    }
}
