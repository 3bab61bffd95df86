package io.keyuan.identity.signin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.net.URI;
import java.time.Instant;
import java.util.List;
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

/** The tokens a person gives to programs. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokenController {

    private static final int NAME_LENGTH = 100;

    private final Tokens tokens;

    TokenController(Tokens tokens) {
        this.tokens = tokens;
    }

    record TokenRequest(@Nullable String name, @Nullable Instant expiresAt) {}

    record TokenList(List<Tokens.Listed> items) {}

    /** @param token told this once */
    record NewToken(@JsonUnwrapped Tokens.Listed listed, String token) {}

    @GetMapping
    TokenList list() {
        return new TokenList(tokens.list());
    }

    @PostMapping
    ResponseEntity<NewToken> issue(@AuthenticationPrincipal Identity identity, @RequestBody TokenRequest body) {
        Refusals.requireSession(identity);
        Tokens.Issued issued = tokens.issue(Caller.current().person(), name(body), expiry(body));
        return ResponseEntity.created(URI.create("/api/v1/tokens/" + issued.listed().id()))
                .body(new NewToken(issued.listed(), issued.secret()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        if (!tokens.revoke(id)) {
            throw Problem.notFound();
        }
    }

    private static String name(TokenRequest body) {
        if (body.name() == null || body.name().isBlank()) {
            throw refused(Fault.at("name", "required"));
        }
        String name = body.name().strip();
        if (name.length() > NAME_LENGTH) {
            throw refused(Fault.at("name", "too-long", NAME_LENGTH, name.length()));
        }
        return name;
    }

    private static @Nullable Instant expiry(TokenRequest body) {
        if (body.expiresAt() != null && !body.expiresAt().isAfter(Instant.now())) {
            throw refused(Fault.at("expiresAt", "not-in-future"));
        }
        return body.expiresAt();
    }

    private static Problem refused(Fault fault) {
        return Problem.of(ProblemKind.RULE_BROKEN, fault);
    }
}
