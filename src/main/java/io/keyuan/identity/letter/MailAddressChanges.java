package io.keyuan.identity.letter;

import io.keyuan.engine.Caller;
import io.keyuan.identity.account.MailAddressChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who changes somebody's mail address could have a new password sent there: the old one hears of it, and links sent there end. */
@Component
class MailAddressChanges {

    private final AccountHolders holders;
    private final AccountLetters letters;

    MailAddressChanges(AccountHolders holders, AccountLetters letters) {
        this.holders = holders;
        this.letters = letters;
    }

    @EventListener
    void on(MailAddressChanged changed) {
        letters.endLinks(changed.person());
        holders.signingIn(Caller.current().tenant(), changed.person())
                .ifPresent(holder -> letters.tell(holder.at(changed.old()), Notice.EMAIL_CHANGED));
    }
}
