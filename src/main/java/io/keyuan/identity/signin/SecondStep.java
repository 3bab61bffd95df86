package io.keyuan.identity.signin;

import io.keyuan.engine.Caller;
import io.keyuan.identity.factor.SecondFactors;
import io.keyuan.identity.letter.AccountHolders;
import io.keyuan.identity.letter.AccountLetters;
import io.keyuan.identity.letter.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is asked for when the password was right. */
@Component
final class SecondStep {

    private final SecondFactors factors;
    private final Throttle throttle;
    private final SignInTrail trail;
    private final AccountHolders holders;
    private final AccountLetters letters;

    SecondStep(SecondFactors factors, Throttle throttle, SignInTrail trail, AccountHolders holders, AccountLetters letters) {
        this.factors = factors;
        this.throttle = throttle;
        this.trail = trail;
        this.holders = holders;
        this.letters = letters;
    }

    /**
     * The current caller shows a code, where they have a second factor.
     *
     * @param code null where none is given yet
     * @return what let them in
     * @throws io.keyuan.engine.Problem where one is needed, or it is wrong
     */
    String pass(@Nullable String code, HttpServletRequest request, HttpServletResponse response) {
        var person = Caller.current().person();
        if (!factors.isOn(person)) {
            return "password";
        }
        if (code == null || code.isBlank()) {
            throw Refusals.SECOND_FACTOR_REQUIRED;
        }
        throttle.beginCode(person, response);
        SecondFactors.Shown shown = factors.verify(person, code);
        if (shown == SecondFactors.Shown.NOTHING) {
            trail.signInFailed(person, "code", ClientAddress.of(request).text());
            throw Refusals.BAD_CODE;
        }
        throttle.codeSucceeded(person);
        return shown == SecondFactors.Shown.CODE ? "code" : recovered();
    }

    private String recovered() {
        Caller caller = Caller.current();
        holders.signingIn(caller.tenant(), caller.person()).ifPresent(holder -> letters.tell(holder, Notice.RECOVERY_CODE_USED));
        return "recovery-code";
    }
}
