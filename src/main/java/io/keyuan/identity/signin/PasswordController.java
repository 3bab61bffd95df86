package io.keyuan.identity.signin;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Problem;
import io.keyuan.identity.account.Credentials;
import io.keyuan.identity.letter.AccountHolder;
import io.keyuan.identity.letter.AccountHolders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Giving one's password again, and choosing another, which ends the person's sessions everywhere else. */
@RestController
@RequestMapping("/api/v1/session")
class PasswordController {

    private final Credentials credentials;
    private final AccountHolders holders;
    private final NewPassword passwords;
    private final Throttle throttle;
    private final Sessions sessions;
    private final SignInTrail trail;
    private final TransactionTemplate transaction;

    PasswordController(
            Credentials credentials, AccountHolders holders, NewPassword passwords, Throttle throttle, Sessions sessions,
            SignInTrail trail, TransactionTemplate transaction) {
        this.credentials = credentials;
        this.holders = holders;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.trail = trail;
        this.transaction = transaction;
    }

    record PasswordRequest(@Nullable String current, @Nullable String password) {
        @Override
        public String toString() {
            return "PasswordRequest";
        }
    }

    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@AuthenticationPrincipal Identity identity, @RequestBody PasswordRequest body,
            HttpServletRequest request, HttpServletResponse response) {
        Proof.Session session = Refusals.requireSession(identity);
        String chosen = given("password", body.password());
        AccountHolder holder = verified("current", body.current(), request, response);
        passwords.check(holder, chosen);
        transaction.executeWithoutResult(status -> {
            passwords.store(holder, chosen, session.id());
            sessions.proved(identity.tenant(), session.id());
            trail.passwordChanged(identity.person());
        });
    }

    /** For ten minutes the session is as good as new. */
    @PostMapping("/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@AuthenticationPrincipal Identity identity, @RequestBody PasswordRequest body,
            HttpServletRequest request, HttpServletResponse response) {
        Proof.Session session = Refusals.requireSession(identity);
        verified("password", body.password(), request, response);
        sessions.proved(identity.tenant(), session.id());
    }

    private AccountHolder verified(String path, @Nullable String password, HttpServletRequest request, HttpServletResponse response) {
        Caller caller = Caller.current();
        AccountHolder holder = holders.signingIn(caller.tenant(), caller.person()).orElseThrow(Problem::notFound);
        String login = Objects.requireNonNullElse(holder.login(), "");
        String tried = given(path, password);
        Throttle.Guess guess = throttle.begin(caller.tenant(), login, request, response);
        if (credentials.verify(caller.tenant(), login, tried).isEmpty()) {
            throw Refusals.broken(path, "wrong-password");
        }
        throttle.succeeded(guess);
        return holder;
    }

    /** Blanks may be a password. */
    private static String given(String path, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw Refusals.broken(path, "required");
        }
        return value;
    }
}
