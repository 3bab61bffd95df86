package io.keyuan.identity.signin;

import static io.keyuan.identity.User.USER;

import io.keyuan.engine.Access;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Choice;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Records;
import io.keyuan.engine.Right;
import io.keyuan.identity.letter.AccountHolders;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts of programs, which administrators keep: no password, no session, only tokens. */
@RestController
@RequestMapping("/api/v1/service-accounts")
class ServiceAccountController {

    private static final int NAME_LENGTH = 100;

    private final Records records;
    private final Access access;
    private final Tokens tokens;
    private final AccountHolders holders;

    ServiceAccountController(Records records, Access access, Tokens tokens, AccountHolders holders) {
        this.records = records;
        this.access = access;
        this.tokens = tokens;
        this.holders = holders;
    }

    record NewAccount(@Nullable String name) {}

    record Account(UUID id, String name, List<Tokens.Listed> tokens) {}

    record Accounts(List<Account> items) {}

    @GetMapping
    Accounts list() {
        requireRight();
        Map<UUID, List<Tokens.Listed>> ofAll = tokens.ofServices();
        return new Accounts(holders.services(Caller.current().tenant()).stream()
                .map(holder -> new Account(holder.id(), holder.name(), ofAll.getOrDefault(holder.id(), List.of())))
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Account create(@RequestBody NewAccount body) {
        requireRight();
        String name = Refusals.given("name", body.name()).strip();
        if (name.length() > NAME_LENGTH) {
            throw Refusals.broken("name", "too-long", NAME_LENGTH, name.length());
        }
        Draft draft = Draft.create(USER, Map.of()).set(USER.name, name).set(USER.account, Choice.of("service"));
        records.save(new Batch(USER, List.of(draft)));
        return new Account(draft.id(), name, List.of());
    }

    @PostMapping("/{id}/tokens")
    ResponseEntity<TokenController.NewToken> issue(
            @PathVariable UUID id, @AuthenticationPrincipal Identity identity, @RequestBody TokenRequest body) {
        requireAccount(id);
        Refusals.requireRecent(identity);
        return TokenController.NewToken.of(tokens.issue(body.checked(id)), "/api/v1/service-accounts/" + id + "/tokens");
    }

    @DeleteMapping("/{id}/tokens/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, @PathVariable UUID token) {
        requireAccount(id);
        if (!tokens.revoke(id, token)) {
            throw Problem.notFound();
        }
    }

    private void requireAccount(UUID id) {
        requireRight();
        if (holders.service(Caller.current().tenant(), id).isEmpty()) {
            throw Problem.notFound();
        }
    }

    private void requireRight() {
        if (!access.may(Right.EDIT, USER)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-edit"));
        }
    }
}
