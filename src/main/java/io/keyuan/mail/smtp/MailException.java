package io.keyuan.mail.smtp;

/** A letter did not go out. */
public final class MailException extends Exception {

    private final MailTrouble trouble;
    private final String reply;

    MailException(MailTrouble trouble, String reply, Throwable cause) {
        super(trouble.code(), cause, false, false);
        this.trouble = trouble;
        this.reply = reply;
    }

    public MailException(MailTrouble trouble) {
        super(trouble.code(), null, false, false);
        this.trouble = trouble;
        this.reply = "";
    }

    public MailTrouble trouble() {
        return trouble;
    }

    /** What the server said, of one line; empty where it said nothing. It may name addresses, so it is for administrators, not for logs. */
    public String reply() {
        return reply;
    }
}
