package io.keyuan.identity.command;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.identity.signin.Tokens;
import io.keyuan.identity.table.PersonTable;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What {@code keyuan token} and {@code keyuan password} ask the running program for; nobody else may. */
@RestController
@RequestMapping("/api/v1/control")
class ControlCommands {

    private static final String TOKEN_NAME = "keyuan token";

    private final DSLContext sql;
    private final Tokens tokens;
    private final Invitations invitations;

    ControlCommands(DSLContext sql, Tokens tokens, Invitations invitations) {
        this.sql = sql;
        this.tokens = tokens;
        this.invitations = invitations;
    }

    record LoginRequest(@Nullable String login) {}

    record NewToken(String token) {}

    @PostMapping("/token")
    NewToken token(@RequestBody LoginRequest body) {
        return new NewToken(tokens.issue(person(body, PersonTable.maySignIn()), TOKEN_NAME, null).secret());
    }

    @PostMapping("/password")
    OneTimePassword password(@RequestBody LoginRequest body) {
        return new OneTimePassword(invitations.invite(person(body, PersonTable.alive())));
    }

    private UUID person(LoginRequest body, Condition condition) {
        if (body.login() == null || body.login().isBlank()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("login", "required"));
        }
        return sql.select(PersonTable.ID)
                .from(PersonTable.PERSON)
                .where(PersonTable.TENANT.eq(Caller.current().tenant()), PersonTable.hasLogin(body.login()), condition)
                .fetchOptional(PersonTable.ID)
                .orElseThrow(Problem::notFound);
    }
}
