package io.keyuan.engine.imports;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name that says of which record it is, where the name alone does not: {@code Blue Harbor [01939a2e-…]}. */
final class MarkedName {

    private static final Pattern MARKED = Pattern.compile("(?s)(.*) \\[([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})]");

    private MarkedName() {}

    static String of(String title, UUID id) {
        return title + " [" + id + "]";
    }

    static Optional<UUID> id(String text) {
        Matcher marked = MARKED.matcher(text);
        return marked.matches() ? Uuids.read(marked.group(2)) : Optional.empty();
    }

    /** The name without what marks it. */
    static String title(String text) {
        Matcher marked = MARKED.matcher(text);
        return marked.matches() ? marked.group(1) : text;
    }
}
