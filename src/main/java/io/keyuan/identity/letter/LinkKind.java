package io.keyuan.identity.letter;

import java.time.Duration;
import java.util.Locale;

/** What a one-time link is for. */
public enum LinkKind {
    INVITATION(Duration.ofHours(72)),
    RESET(Duration.ofMinutes(30));

    private final Duration lifetime;

    LinkKind(Duration lifetime) {
        this.lifetime = lifetime;
    }

    Duration lifetime() {
        return lifetime;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LinkKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
