package io.keyuan.backup;

/** A backup or a restore that cannot be, and leaves nothing behind. The message is the sentence for the person. */
public final class BackupRefused extends RuntimeException {

    public BackupRefused(String sentence, Throwable... causes) {
        super(sentence, causes.length == 0 ? null : causes[0]);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
