package io.keyuan.engine.webhook;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What can happen to records, as messages call it. */
enum Happening {
    CREATED("create"),
    UPDATED("update"),
    DELETED("delete"),
    RESTORED("restore");

    private final String logged;

    Happening(String logged) {
        this.logged = logged;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param logged as the change log has it; what a newer release logs is a change */
    static Happening of(String logged) {
        return Stream.of(values()).filter(each -> each.logged.equals(logged)).findFirst().orElse(UPDATED);
    }

    static List<String> codes() {
        return Stream.of(values()).map(Happening::code).toList();
    }
}
