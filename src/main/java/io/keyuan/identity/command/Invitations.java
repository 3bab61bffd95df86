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
import io.keyuan.identity.Invites;
import io.keyuan.identity.account.Credentials;
import io.keyuan.identity.account.Secrets;
import io.keyuan.identity.signin.Sessions;
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
    private final TransactionTemplate transaction;

    Invitations(Records records, Credentials credentials, Sessions sessions, TransactionTemplate transaction) {
        this.records = records;
        this.credentials = credentials;
        this.sessions = sessions;
        this.transaction = transaction;
    }

    @Override
    public String invite(UUID person) {
        if (records.get(USER, person).get(USER.login) == null) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at(USER.login, "required"));
        }
        return admit(person);
    }

    /** @throws Problem where the person could not sign in with it, or is the caller, who changes their own with the one they have */
    String renewPassword(UUID person) {
        refuseOneself(person);
        Choice account = records.get(USER, person).get(USER.account);
        if (account == null || !account.code().equals("active")) {
            throw Problem.of(ProblemKind.CONFLICT, Fault.whole("no-account"));
        }
        return admit(person);
    }

    private String admit(UUID person) {
        String password = Secrets.readablePassword();
        transaction.executeWithoutResult(status -> {
            become(person, "active");
            credentials.set(Caller.current().tenant(), person, password, true);
        });
        sessions.endAll(Caller.current().tenant(), person);
        return password;
    }

    /** @throws Problem where the caller means themselves: nobody could let them in again */
    void disable(UUID person) {
        refuseOneself(person);
        become(person, "disabled");
        sessions.endAll(Caller.current().tenant(), person);
    }

    /** Lets somebody in with the password they had; somebody who had none still needs to be invited. */
    void enable(UUID person) {
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
