package io.keyuan.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people are told of; each chooses for each of them where. Labels are {@code notification.kind.<code>}. */
public enum NoticeKind {
    /** Named in a comment. */
    MENTIONED,
    /** Somebody answered a comment of theirs. */
    REPLIED,
    /** A record they follow was changed. */
    FOLLOWED,
    /** A record was given to them. */
    ASSIGNED,
    /** A record was shared with them. */
    SHARED,
    /** A rule of the company tells them something of a record. */
    AUTOMATED,
    /** Something of theirs is due today, or should have been done before. */
    DUE,
    /** Long work they asked for has come to an end. */
    JOB,
    /** Somebody signed in as them in a browser in which they never did before: told by mail at once unless they chose otherwise. */
    DEVICE,
    /** Their password, their second factor or their address was changed: told by mail as well, whatever they chose. */
    SECURITY;

    /** Whether it is about the account rather than about work, and so waits for no quiet hour to end. */
    public boolean concernsAccount() {
        return this == DEVICE || this == SECURITY;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<NoticeKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
