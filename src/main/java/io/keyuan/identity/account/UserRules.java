package io.keyuan.identity.account;

import static io.keyuan.identity.User.USER;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Circles;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Rules;
import io.keyuan.identity.User;
import io.keyuan.identity.organisation.Renames;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Logins are the same whatever their case, and there is always an administrator left: whoever is changing people. Nobody is their own manager, however far up. */
@Component
class UserRules implements Rules<User> {

    private final AccountSignals signals;
    private final Circles circles;
    private final ApplicationEventPublisher events;
    private final Renames renames;
    private final RecentProof proof;

    UserRules(AccountSignals signals, Circles circles, ApplicationEventPublisher events, Renames renames, RecentProof proof) {
        this.signals = signals;
        this.circles = circles;
        this.events = events;
        this.renames = renames;
        this.proof = proof;
    }

    @Override
    public void derive(Batch batch) {
        batch.whereChanged(USER.login).set(USER.login, UserRules::lowerCase);
    }

    private static @Nullable String lowerCase(Draft draft) {
        String login = draft.get(USER.login);
        return login == null ? null : login.toLowerCase(Locale.ROOT);
    }

    @Override
    public void check(Batch batch) {
        batch.whereChanged(USER.administrator)
                .where(UserRules::isCaller)
                .forEach(draft -> draft.reject(USER.administrator, "not-yourself"));
        batch.live(Draft.Action.DELETE)
                .where(UserRules::isCaller)
                .forEach(draft -> draft.fail(ProblemKind.RULE_BROKEN, Fault.whole("not-yourself")));
        batch.whereChanged(USER.email).where(draft -> !draft.isNew() && isCaller(draft)).forEach(this::demandProof);
        circles.refuse(batch, USER.manager);
    }

    /** Whoever can have letters to somebody sent elsewhere can choose a new password for them. */
    private void demandProof(Draft draft) {
        String missing = proof.missing();
        if (missing != null) {
            draft.fail(ProblemKind.FORBIDDEN, Fault.whole(missing));
        }
    }

    /** What somebody may counts from the commit on, whichever node is asked. */
    @Override
    public void written(Batch batch) {
        signals.tell(Caller.current().tenant());
        renames.ofPeople(batch);
        batch.whereChanged(USER.email).forEach(this::tellOfAddress);
    }

    private void tellOfAddress(Draft draft) {
        String old = draft.isNew() ? null : draft.old(USER.email);
        if (old != null) {
            events.publishEvent(new MailAddressChanged(draft.id(), old));
        }
    }

    private static boolean isCaller(Draft draft) {
        return draft.id().equals(Caller.current().person());
    }
}
