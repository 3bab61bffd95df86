package io.keyuan.identity.command;

import static io.keyuan.identity.User.USER;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Records;
import io.keyuan.identity.factor.SecondFactors;
import io.keyuan.identity.letter.AccountHolders;
import io.keyuan.identity.letter.AccountLetters;
import io.keyuan.identity.letter.Notice;
import io.keyuan.identity.signin.Sessions;
import io.keyuan.identity.signin.SignInTrail;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What is ended of somebody's account without stopping them from signing in again. */
@Service
class Protections {

    private final Records records;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final SignInTrail trail;
    private final AccountHolders holders;
    private final AccountLetters letters;
    private final TransactionTemplate transaction;

    Protections(
            Records records, Sessions sessions, SecondFactors factors, SignInTrail trail, AccountHolders holders,
            AccountLetters letters, TransactionTemplate transaction) {
        this.records = records;
        this.sessions = sessions;
        this.factors = factors;
        this.trail = trail;
        this.holders = holders;
        this.letters = letters;
        this.transaction = transaction;
    }

    /** @throws io.keyuan.engine.Problem where there is no such person */
    void signOut(UUID person) {
        records.get(USER, person);
        transaction.executeWithoutResult(status -> trail.sessionsEnded(person, sessions.endAll(Caller.current().tenant(), person)));
    }

    /**
     * They sign in by password alone, until they set another up. Their sessions end.
     *
     * @param by whom, for the trail
     */
    void resetSecondFactor(UUID person, String by) {
        records.get(USER, person);
        transaction.executeWithoutResult(status -> {
            if (factors.remove(person)) {
                Caller caller = Caller.current();
                trail.secondFactorOff(person, by);
                trail.sessionsEnded(person, sessions.endAll(caller.tenant(), person));
                holders.signingIn(caller.tenant(), person).ifPresent(holder -> letters.tell(holder, Notice.SECOND_FACTOR_OFF));
            }
        });
    }
}
