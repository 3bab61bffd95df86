package io.keyuan.identity.command;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.identity.signin.Tokens;
import io.keyuan.identity.table.PersonTable;
import java.time.Instant;
import java.time.ZoneOffset;
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
    private final Protections protections;

    ControlCommands(DSLContext sql, Tokens tokens, Invitations invitations, Protections protections) {
        this.sql = sql;
        this.tokens = tokens;
        this.invitations = invitations;
        this.protections = protections;
    }

    /** @param resetSecondFactor whether the person's second factor is lost as well; null for no */
    record LoginRequest(@Nullable String login, @Nullable Boolean resetSecondFactor) {}

    record NewToken(String token) {}

    @PostMapping("/token")
    NewToken token(@RequestBody LoginRequest body) {
        Instant inAYear = Instant.now().atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
        return new NewToken(tokens.issue(new Tokens.Wanted(person(body, PersonTable.mayAct()), TOKEN_NAME, inAYear, null, false)).secret());
    }

    @PostMapping("/password")
    OneTimePassword password(@RequestBody LoginRequest body) {
        UUID person = person(body, PersonTable.alive());
        String password = invitations.renewByCommand(person);
        if (Boolean.TRUE.equals(body.resetSecondFactor())) {
            protections.resetSecondFactor(person, "command");
        }
        return new OneTimePassword(password);
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
