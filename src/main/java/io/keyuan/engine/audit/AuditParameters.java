package io.keyuan.engine.audit;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the address of a search in the trail says. */
@Component
class AuditParameters {

    private static final int USUAL = 50;
    private static final int LONGEST_WORDS = 200;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** Before them no id was made, and after them none will be. */
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final ObjectTypes types;

    AuditParameters(ObjectTypes types) {
        this.types = types;
    }

    static void requireAdministrator() {
        if (!Caller.current().administers()) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-audit"));
        }
    }

    /** @throws Problem where the caller is no administrator, or something cannot be understood */
    AuditQuery read(Map<String, String> given) {
        requireAdministrator();
        Set<String> known = Set.of("from", "to", "person", "kind", "object", "record", "words", "page", "limit");
        given.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw malformed(name, "unknown-parameter");
        });
        return new AuditQuery(
                time(given, "from"), time(given, "to"), id(given, "person", "bad-parameter"), text(given, "kind"), object(given),
                id(given, "record", "bad-parameter"), words(given), page(given), limit(given));
    }

    @Nullable UUID page(Map<String, String> given) {
        return id(given, "page", "bad-page");
    }

    private static @Nullable String text(Map<String, String> given, String name) {
        String text = given.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable String words(Map<String, String> given) {
        String words = text(given, "words");
        if (words != null && (words.length() > LONGEST_WORDS || words.indexOf(0) >= 0)) {
            throw malformed("words", "too-long", LONGEST_WORDS, words.length());
        }
        return words;
    }

    private @Nullable ObjectType object(Map<String, String> given) {
        String path = text(given, "object");
        ObjectType type = path == null ? null : types.byPath(path);
        if (path != null && type == null) {
            throw malformed("object", "bad-parameter");
        }
        return type;
    }

    private static @Nullable UUID id(Map<String, String> given, String name, String code) {
        String text = text(given, name);
        if (text != null && !ID.matcher(text).matches()) {
            throw malformed(name, code);
        }
        return text == null ? null : UUID.fromString(text);
    }

    private static @Nullable Instant time(Map<String, String> given, String name) {
        String text = text(given, name);
        try {
            Instant time = text == null ? null : OffsetDateTime.parse(text).toInstant();
            return time == null || time.isBefore(FIRST) ? time == null ? null : FIRST : time.isAfter(LAST) ? LAST : time;
        } catch (DateTimeException notATime) {
            throw malformed(name, "bad-parameter");
        }
    }

    private static int limit(Map<String, String> given) {
        String text = text(given, "limit");
        try {
            int limit = text == null ? USUAL : Integer.parseInt(text);
            if (limit >= 1 && limit <= AuditQuery.MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Answered below.
        }
        throw malformed("limit", "bad-limit", AuditQuery.MOST);
    }

    private static Problem malformed(String path, String code, Object... args) {
        return Problem.of(ProblemKind.MALFORMED, Fault.at(path, code, args));
    }
}
