package io.keyuan.identity.signin;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.identity.account.SignInPolicies;
import io.keyuan.identity.factor.SecondFactors;
import io.keyuan.identity.letter.AccountHolder;
import io.keyuan.identity.letter.AccountHolders;
import io.keyuan.identity.letter.AccountLetters;
import io.keyuan.identity.letter.Notice;
import io.keyuan.identity.tenant.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own second factor. */
@RestController
@RequestMapping("/api/v1/session/second-factor")
class SecondFactorController {

    private final SecondFactors factors;
    private final SignInPolicies policies;
    private final AccountHolders holders;
    private final AccountLetters letters;
    private final Tenants tenants;
    private final Throttle throttle;
    private final Sessions sessions;
    private final SignInTrail trail;
    private final TransactionTemplate transaction;

    SecondFactorController(
            SecondFactors factors, SignInPolicies policies, AccountHolders holders, AccountLetters letters, Tenants tenants,
            Throttle throttle, Sessions sessions, SignInTrail trail, TransactionTemplate transaction) {
        this.factors = factors;
        this.policies = policies;
        this.holders = holders;
        this.letters = letters;
        this.tenants = tenants;
        this.throttle = throttle;
        this.sessions = sessions;
        this.trail = trail;
        this.transaction = transaction;
    }

    /**
     * @param since null where there is none
     * @param demanded whether the company demands one of this person
     */
    record State(@Nullable Instant since, int recoveryCodesLeft, boolean demanded) {}

    /**
     * @param secret in base 32, to be typed
     * @param address the same for a picture that an app reads
     */
    record Begun(String secret, String address) {
        @Override
        public String toString() {
            return "Begun";
        }
    }

    record CodeRequest(@Nullable String code) {
        @Override
        public String toString() {
            return "CodeRequest";
        }
    }

    /** Told this once. */
    record Codes(List<String> recoveryCodes) {
        @Override
        public String toString() {
            return "Codes";
        }
    }

    @GetMapping
    State state(@AuthenticationPrincipal Identity identity) {
        SecondFactors.State state = factors.state(identity.person());
        boolean demanded = policies.of(identity.tenant()).demandsSecondFactor(identity.administrator());
        return new State(state.since(), state.recoveryCodesLeft(), demanded);
    }

    @PostMapping
    Begun begin(@AuthenticationPrincipal Identity identity) {
        Refusals.requireRecent(identity);
        if (factors.isOn(identity.person())) {
            throw Problem.of(ProblemKind.CONFLICT, Fault.whole("second-factor-on"));
        }
        String secret = factors.begin(identity.person());
        String company = tenants.get(identity.tenant()).name();
        String address = "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(encoded(company), encoded(String.valueOf(holder(identity).login())), secret, encoded(company));
        return new Begun(secret, address);
    }

    /** Turns it on, once the app has shown a code that is right. */
    @PutMapping
    Codes confirm(@AuthenticationPrincipal Identity identity, @RequestBody CodeRequest body, HttpServletResponse response) {
        Proof.Session session = Refusals.requireRecent(identity);
        String code = Refusals.given("code", body.code());
        throttle.beginCode(identity.person(), response);
        List<String> codes = factors.confirm(identity.person(), code).orElseThrow(() -> Refusals.broken("code", "bad-code"));
        throttle.codeSucceeded(identity.person());
        transaction.executeWithoutResult(status -> {
            sessions.endAllBut(identity.tenant(), identity.person(), session.id());
            trail.secondFactorOn(identity.person());
            letters.tell(holder(identity), Notice.SECOND_FACTOR_ON);
        });
        sessions.changed(session.id());
        return new Codes(codes);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void turnOff(@AuthenticationPrincipal Identity identity) {
        Proof.Session session = Refusals.requireRecent(identity);
        if (policies.of(identity.tenant()).demandsSecondFactor(identity.administrator())) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.whole("second-factor-demanded"));
        }
        transaction.executeWithoutResult(status -> {
            if (factors.remove(identity.person())) {
                trail.secondFactorOff(identity.person(), "person");
                letters.tell(holder(identity), Notice.SECOND_FACTOR_OFF);
            }
        });
        sessions.changed(session.id());
    }

    @PostMapping("/recovery-codes")
    Codes renewCodes(@AuthenticationPrincipal Identity identity) {
        Refusals.requireRecent(identity);
        if (!factors.isOn(identity.person())) {
            throw Problem.of(ProblemKind.CONFLICT, Fault.whole("second-factor-off"));
        }
        List<String> codes = factors.renewCodes(identity.person());
        trail.recoveryCodesRenewed(identity.person());
        return new Codes(codes);
    }

    private AccountHolder holder(Identity identity) {
        return holders.signingIn(identity.tenant(), identity.person()).orElseThrow(Problem::notFound);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
