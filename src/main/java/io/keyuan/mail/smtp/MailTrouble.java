package io.keyuan.mail.smtp;

/** Why a letter did not go out. Each has words under {@code fault.mail-<code>}. */
public enum MailTrouble {
    HOST_UNKNOWN("host-unknown", "host"),
    REFUSED("connection-refused", "host"),
    TIMED_OUT("timed-out", "host"),
    NO_STARTTLS("no-starttls", "security"),
    CERTIFICATE_UNTRUSTED("certificate-untrusted", "security"),
    TLS_FAILED("tls-failed", "security"),
    PASSWORD_WRONG("password-wrong", "password"),
    PASSWORD_SEALED("password-sealed", "password"),
    SENDER_REFUSED("sender-refused", "fromAddress"),
    RECIPIENT_REFUSED("recipient-refused", "to"),
    LETTER_REFUSED("letter-refused", ""),
    SERVER_BUSY("server-busy", ""),
    /** There are no settings any more. */
    NOT_SET_UP("not-set-up", ""),
    FAILED("sending-failed", "");

    private final String code;
    private final String path;

    MailTrouble(String code, String path) {
        this.code = code;
        this.path = path;
    }

    public String code() {
        return "mail-" + code;
    }

    /** The setting it is about; empty where it is about none. */
    public String path() {
        return path;
    }

    /** Whether trying again cannot help: the server has judged this letter. */
    public boolean isFinal() {
        return this == RECIPIENT_REFUSED || this == LETTER_REFUSED;
    }
}
