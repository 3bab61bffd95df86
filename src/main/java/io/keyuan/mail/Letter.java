package io.keyuan.mail;

import org.jspecify.annotations.Nullable;

/**
 * What is to be sent to one mailbox, in the words of whoever gets it.
 *
 * @param subject of one line; what would break it becomes a blank
 * @param text for those who read no HTML
 * @param html null for text alone
 */
public record Letter(Mailbox to, String subject, String text, @Nullable String html) {

    private static final int SUBJECT_LENGTH = 400;

    public Letter {
        String line = subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        subject = line.length() <= SUBJECT_LENGTH ? line : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, SUBJECT_LENGTH) - 1)) + "…";
    }

    /** Text alone. */
    public Letter(Mailbox to, String subject, String text) {
        this(to, subject, text, null);
    }

    /** Neither whose it is nor what it says belongs in a log. */
    @Override
    public String toString() {
        return "Letter";
    }
}
