package io.keyuan.engine.api;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version a writer has seen, as {@code If-Match: "3"}. */
public final class IfMatch {

    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?([0-9]{1,18})\"?");

    private IfMatch() {}

    public static long version(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Problem.of(ProblemKind.PRECONDITION_REQUIRED, Fault.whole("if-match-required"));
        }
        Matcher version = VERSION.matcher(header.strip());
        if (!version.matches()) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("If-Match", "bad-if-match"));
        }
        return Long.parseLong(version.group(1));
    }
}
