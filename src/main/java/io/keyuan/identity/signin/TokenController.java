package io.keyuan.identity.signin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.keyuan.engine.Problem;
import java.net.URI;
import java.util.List;
import java.util.UUID;
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
@RequestMapping(TokenController.PATH)
class TokenController {

    static final String PATH = "/api/v1/tokens";

    private final Tokens tokens;

    TokenController(Tokens tokens) {
        this.tokens = tokens;
    }

    record TokenList(List<Tokens.Listed> items) {}

    /** @param token told this once */
    record NewToken(@JsonUnwrapped Tokens.Listed listed, String token) {

        static ResponseEntity<NewToken> of(Tokens.Issued issued, String path) {
            return ResponseEntity.created(URI.create(path + "/" + issued.listed().id()))
                    .body(new NewToken(issued.listed(), issued.secret()));
        }

        @Override
        public String toString() {
            return "NewToken";
        }
    }

    @GetMapping
    TokenList list(@AuthenticationPrincipal Identity identity) {
        return new TokenList(tokens.list(identity.person()));
    }

    @PostMapping
    ResponseEntity<NewToken> issue(@AuthenticationPrincipal Identity identity, @RequestBody TokenRequest body) {
        Refusals.requireRecent(identity);
        return NewToken.of(tokens.issue(body.checked(identity.person())), PATH);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, @AuthenticationPrincipal Identity identity) {
        if (!tokens.revoke(identity.person(), id)) {
            throw Problem.notFound();
        }
    }
}
