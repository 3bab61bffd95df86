package io.keyuan.identity.signin;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.identity.account.SignInPolicies;
import io.keyuan.identity.account.SignInPolicy.Demand;
import io.keyuan.identity.account.SignInPolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a company demands of those who sign in. */
@RestController
@RequestMapping("/api/v1/settings/sign-in")
class PolicyController {

    private static final int LEAST_MINUTES = 5;
    private static final int MOST_MINUTES = 30 * 24 * 60;
    private static final int MOST_HOURS = 90 * 24;

    private final SignInPolicies policies;
    private final SignInTrail trail;
    private final TransactionTemplate transaction;

    PolicyController(SignInPolicies policies, SignInTrail trail, TransactionTemplate transaction) {
        this.policies = policies;
        this.trail = trail;
        this.transaction = transaction;
    }

    /**
     * In a change, what is null stays as it is.
     *
     * @param secondFactor of whom one is demanded: {@code nobody}, {@code administrators}, {@code everybody}
     * @param idleMinutes after which a session nobody uses has ended
     * @param longestHours after which every session has ended
     */
    record Policy(@Nullable String secondFactor, @Nullable Integer idleMinutes, @Nullable Integer longestHours) {

        static Policy of(SignInPolicy policy) {
            return new Policy(policy.secondFactor().code(), Math.toIntExact(policy.idle().toMinutes()),
                    Math.toIntExact(policy.longest().toHours()));
        }
    }

    @GetMapping
    Policy read() {
        return Policy.of(policies.of(Caller.current().tenant()));
    }

    @PatchMapping
    Policy change(@RequestBody Policy wanted) {
        if (!Caller.current().administers()) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-edit"));
        }
        SignInPolicy old = policies.of(Caller.current().tenant());
        var policy = new SignInPolicy(
                wanted.secondFactor() == null ? old.secondFactor() : demand(wanted.secondFactor()),
                wanted.idleMinutes() == null
                        ? old.idle()
                        : Duration.ofMinutes(within("idleMinutes", wanted.idleMinutes(), LEAST_MINUTES, MOST_MINUTES)),
                wanted.longestHours() == null
                        ? old.longest()
                        : Duration.ofHours(within("longestHours", wanted.longestHours(), 1, MOST_HOURS)));
        Policy changed = Policy.of(policy);
        transaction.executeWithoutResult(status -> {
            policies.change(Caller.current().tenant(), policy);
            trail.policyChanged(Map.of("secondFactor", policy.secondFactor().code(),
                    "idleMinutes", policy.idle().toMinutes(), "longestHours", policy.longest().toHours()));
        });
        return changed;
    }

    private static Demand demand(String code) {
        return Arrays.stream(Demand.values())
                .filter(demand -> demand.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusals.broken("secondFactor", "not-choice"));
    }

    private static int within(String path, int value, int least, int most) {
        if (value < least) {
            throw Refusals.broken(path, "below-minimum", least);
        }
        if (value > most) {
            throw Refusals.broken(path, "above-maximum", most);
        }
        return value;
    }
}
