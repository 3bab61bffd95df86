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
    /** Something of theirs is due today, or should have been done before. */
    DUE,
    /** Long work they asked for has come to an end. */
    JOB,
    /** Somebody signed in as them from elsewhere, or their password was changed: told by mail as well, whatever they chose. */
    SECURITY;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<NoticeKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
