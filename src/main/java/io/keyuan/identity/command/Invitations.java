package io.keyuan.identity.command;

import static io.keyuan.identity.User.USER;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Choice;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Records;
import io.keyuan.engine.Row;
import io.keyuan.identity.Invites;
import io.keyuan.identity.account.Credentials;
import io.keyuan.identity.account.Secrets;
import io.keyuan.identity.letter.AccountHolders;
import io.keyuan.identity.letter.AccountLetters;
import io.keyuan.identity.letter.LinkKind;
import io.keyuan.identity.signin.Sessions;
import io.keyuan.identity.signin.SignInTrail;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets people sign in, and stops them. */
@Service
class Invitations implements Invites {

    private final Records records;
    private final Credentials credentials;
    private final Sessions sessions;
    private final SignInTrail trail;
    private final AccountHolders holders;
    private final AccountLetters letters;
    private final TransactionTemplate transaction;

    Invitations(
            Records records, Credentials credentials, Sessions sessions, SignInTrail trail, AccountHolders holders,
            AccountLetters letters, TransactionTemplate transaction) {
        this.records = records;
        this.credentials = credentials;
        this.sessions = sessions;
        this.trail = trail;
        this.holders = holders;
        this.letters = letters;
        this.transaction = transaction;
    }

    @Override
    public String invite(UUID person) {
        requireLogin(person);
        return admit(person, "administrator");
    }

    /**
     * Sends somebody a link with which they choose a password, where mail goes out and they have an address; else makes one up.
     *
     * @throws Problem where they have no login, or it is a program's account
     */
    Admission admission(UUID person) {
        requireLogin(person);
        String email = records.get(USER, person).get(USER.email);
        return letters.reach(email) ? byLetter(person, String.valueOf(email)) : Admission.told(admit(person, "administrator"));
    }

    private Admission byLetter(UUID person, String email) {
        Caller caller = Caller.current();
        transaction.executeWithoutResult(status -> {
            become(person, "active");
            credentials.remove(caller.tenant(), person);
            letters.sendLink(holders.signingIn(caller.tenant(), person).orElseThrow(), LinkKind.INVITATION);
            sessions.endAll(caller.tenant(), person);
            trail.invitationSent(person);
        });
        return Admission.mailed(email);
    }

    /** @throws Problem where the person could not sign in with it, or is the caller, who changes their own with the one they have */
    Admission renewPassword(UUID person) {
        refuseOneself(person);
        Choice account = records.get(USER, person).get(USER.account);
        if (account == null || !account.code().equals("active")) {
            throw Problem.of(ProblemKind.CONFLICT, Fault.whole("no-account"));
        }
        return admission(person);
    }

    /**
     * For whoever runs the program, whom nobody could help otherwise.
     *
     * @return the password, good until they choose one
     */
    String renewByCommand(UUID person) {
        requireLogin(person);
        return admit(person, "command");
    }

    private void requireLogin(UUID person) {
        Row row = records.get(USER, person);
        refuseService(row);
        if (row.get(USER.login) == null) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at(USER.login, "required"));
        }
    }

    private static void refuseService(Row row) {
        Choice account = row.get(USER.account);
        if (account != null && account.code().equals("service")) {
            throw Problem.of(ProblemKind.CONFLICT, Fault.whole("service-account"));
        }
    }

    private String admit(UUID person, String by) {
        String password = Secrets.readablePassword();
        transaction.executeWithoutResult(status -> {
            become(person, "active");
            credentials.set(Caller.current().tenant(), person, password, true);
            letters.endLinks(person);
            sessions.endAll(Caller.current().tenant(), person);
            trail.passwordReset(person, by);
        });
        return password;
    }

    /** @throws Problem where the caller means themselves: nobody could let them in again */
    void disable(UUID person) {
        refuseOneself(person);
        refuseService(records.get(USER, person));
        become(person, "disabled");
        letters.endLinks(person);
        trail.sessionsEnded(person, sessions.endAll(Caller.current().tenant(), person));
    }

    /** Lets somebody in with the password they had; somebody who had none still needs to be invited. */
    void enable(UUID person) {
        refuseService(records.get(USER, person));
        become(person, credentials.exist(Caller.current().tenant(), person) ? "active" : "uninvited");
    }

    private static void refuseOneself(UUID person) {
        if (person.equals(Caller.current().person())) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.whole("not-yourself"));
        }
    }

    private void become(UUID person, String account) {
        Draft draft = Draft.update(USER, person, null, Map.of()).set(USER.account, Choice.of(account));
        records.save(new Batch(USER, List.of(draft)));
    }
}
