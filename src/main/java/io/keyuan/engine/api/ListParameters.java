package io.keyuan.engine.api;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Query;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Reads {@code ?filter=…&sort=…&limit=…&page=…&fields=…&count=…&deleted=…&asOf=…&may=…}; an unknown parameter is refused, not ignored. */
@NamedInterface("api")
@Component
public class ListParameters {

    private static final Set<String> KNOWN = Set.of("filter", "sort", "limit", "page", "fields", "count", "deleted", "asOf", "may");
    private static final int USUAL_LIMIT = 50;
    private static final int MOST_KEYS = 5;

    /** Before it the database's calendar and Java's are not the same, and nobody kept records. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private final Access access;

    ListParameters(Access access) {
        this.access = access;
    }

    /** What {@code ?duplicates=allow} says; whoever says nothing is to be told of records like the one they save. */
    public static Draft.Lookalikes lookalikes(@Nullable String duplicates) {
        if (duplicates != null && !duplicates.equals("allow")) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("duplicates", "bad-parameter"));
        }
        return duplicates == null ? Draft.Lookalikes.MINDED : Draft.Lookalikes.KNOWN;
    }

    Query read(ObjectType type, Map<String, String> parameters) {
        parameters.keySet().stream().filter(name -> !KNOWN.contains(name)).findFirst().ifPresent(name -> {
            throw malformed("", "unknown-parameter");
        });
        return new Query(
                type,
                parameters.get("filter"),
                sort(type, parameters.get("sort")),
                limit(parameters.get("limit")),
                blankToNull(parameters.get("page")),
                fields(type, parameters.get("fields")),
                count(parameters.get("count")),
                deleted(parameters),
                asOf(parameters.get("asOf")));
    }

    /** Nobody needs to know what lay in the bin. */
    private static boolean deleted(Map<String, String> parameters) {
        boolean deleted = "true".equals(parameters.get("deleted"));
        if (deleted && parameters.containsKey("asOf")) {
            throw malformed("asOf", "bad-as-of");
        }
        return deleted;
    }

    /** @throws Problem where the text is no time, or one that is still to come */
    static @Nullable Instant asOf(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant moment = OffsetDateTime.parse(text.strip()).toInstant();
            if (moment.isAfter(EARLIEST) && !moment.isAfter(Instant.now())) {
                return moment;
            }
        } catch (DateTimeException e) {
            // Answered below.
        }
        throw malformed("asOf", "bad-as-of");
    }

    /** Whether it shall be told which of the records the caller may not change. */
    boolean asksForRights(Map<String, String> parameters) {
        String asked = parameters.get("may");
        if (asked != null && !asked.equals("edit")) {
            throw malformed("may", "not-choice");
        }
        return asked != null;
    }

    /** @throws Problem where the caller may not sort like that */
    public List<Query.Sort> sort(ObjectType type, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        List<Query.Sort> sorts = new ArrayList<>();
        for (String key : text.split(",", -1)) {
            boolean descending = key.startsWith("-");
            Attribute<?> attribute = type.find(descending ? key.substring(1) : key.strip());
            if (attribute == null || !attribute.isFilterable() || !access.mayRead(attribute)) {
                throw malformed("sort", "bad-sort");
            }
            sorts.add(new Query.Sort(attribute, descending));
        }
        if (sorts.size() > MOST_KEYS) {
            throw malformed("sort", "bad-sort");
        }
        return sorts;
    }

    private static int limit(@Nullable String text) {
        try {
            int limit = text == null ? USUAL_LIMIT : Integer.parseInt(text);
            if (limit >= 1 && limit <= Query.MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Answered below.
        }
        throw malformed("limit", "bad-limit", Query.MAX_LIMIT);
    }

    /** Id and version are always read: without them nothing could be done with a row. */
    private List<Attribute<?>> fields(ObjectType type, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        Set<Attribute<?>> attributes = new LinkedHashSet<>(List.of(type.id, type.version));
        for (String name : text.split(",", -1)) {
            Attribute<?> attribute = type.find(name.strip());
            if (attribute == null || !access.maySee(attribute)) {
                throw malformed("fields", "bad-fields");
            }
            attributes.add(attribute);
        }
        return List.copyOf(attributes);
    }

    private static Query.Count count(@Nullable String text) {
        try {
            return text == null ? Query.Count.CAPPED : Query.Count.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw malformed("count", "bad-count");
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static Problem malformed(String path, String code, Object... args) {
        return Problem.of(ProblemKind.MALFORMED, Fault.at(path, code, args));
    }
}
