package io.keyuan.identity.signin;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.identity.account.Credentials;
import io.keyuan.identity.account.PasswordPolicy;
import io.keyuan.identity.table.PersonTable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Choosing another password, which ends the person's sessions everywhere else. */
@RestController
class PasswordController {

    private final DSLContext sql;
    private final Credentials credentials;
    private final PasswordPolicy policy;
    private final Throttle throttle;
    private final Sessions sessions;

    PasswordController(DSLContext sql, Credentials credentials, PasswordPolicy policy, Throttle throttle, Sessions sessions) {
        this.sql = sql;
        this.credentials = credentials;
        this.policy = policy;
        this.throttle = throttle;
        this.sessions = sessions;
    }

    record PasswordRequest(@Nullable String current, @Nullable String password) {}

    @PutMapping("/api/v1/session/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@AuthenticationPrincipal Identity identity, @RequestBody PasswordRequest body,
            HttpServletRequest request, HttpServletResponse response) {
        Proof.Session session = Refusals.requireSession(identity);
        String login = login();
        String chosen = given("password", body.password());
        throttle.begin(login, request, response);
        Caller caller = Caller.current();
        if (credentials.verify(caller.tenant(), login, given("current", body.current())).isEmpty()) {
            throw refused(Fault.at("current", "wrong-password"));
        }
        throttle.succeeded(login, request);
        policy.check(chosen, login).ifPresent(fault -> {
            throw refused(fault);
        });
        credentials.set(caller.tenant(), caller.person(), chosen, false);
        sessions.endAllBut(caller.tenant(), caller.person(), session.id());
        sessions.changed(session.id());
    }

    private String login() {
        return String.valueOf(sql.select(PersonTable.LOGIN)
                .from(PersonTable.PERSON)
                .where(PersonTable.TENANT.eq(Caller.current().tenant()), PersonTable.ID.eq(Caller.current().person()))
                .fetchSingle(PersonTable.LOGIN));
    }

    private static String given(String path, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw refused(Fault.at(path, "required"));
        }
        return value;
    }

    private static Problem refused(Fault fault) {
        return Problem.of(ProblemKind.RULE_BROKEN, fault);
    }
}
