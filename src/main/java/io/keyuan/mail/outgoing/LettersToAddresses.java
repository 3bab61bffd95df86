package io.keyuan.mail.outgoing;

import io.keyuan.engine.Fault;
import io.keyuan.engine.OutgoingMail;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.mail.Letter;
import io.keyuan.mail.Mailbox;
import io.keyuan.mail.Post;
import org.springframework.stereotype.Component;

/** Gives the post what others in the program write. */
@Component
class LettersToAddresses implements OutgoingMail {

    private final Post post;

    LettersToAddresses(Post post) {
        this.post = post;
    }

    @Override
    public boolean isOpen() {
        return post.isOpen();
    }

    @Override
    public boolean isAddress(String text) {
        return Mailbox.isAddress(text);
    }

    @Override
    public void send(String address, String subject, String text) {
        if (!isAddress(address)) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("address", "not-email"));
        }
        post.send(new Letter(new Mailbox(address, null), subject, text));
    }
}
