package io.keyuan.engine.view;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Principals;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.expression.Expressions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether what somebody wants to keep can be kept, by them. */
@Component
class ViewReading {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_FILTER = 10_000;
    private static final int MOST_NAMES = 60;
    private static final int MOST_GROUPS = 50;

    /** Words of the console: what is drawn, by what. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.():-]{0,99}");

    private final Access access;
    private final Addressed addressed;
    private final Expressions expressions;
    private final Principals principals;

    ViewReading(Access access, Addressed addressed, Expressions expressions, Principals principals) {
        this.access = access;
        this.addressed = addressed;
        this.expressions = expressions;
        this.principals = principals;
    }

    /** @param before the view that is written anew; null for a new one, which is the caller's */
    SavedView read(ObjectType type, UUID id, long version, @Nullable SavedView before, ViewInput input) {
        boolean everyone = everyone(type, before, input);
        UUID owner = before == null ? Caller.current().person() : before.owner();
        return new SavedView(id, version, type.name(), name(input.name()), owner, everyone, sharedWith(type, before, input), look(type, input));
    }

    private SavedView.Look look(ObjectType type, ViewInput input) {
        return new SavedView.Look(
                filter(type, input.filter()), names(type, "sort", input.sort()), names(type, "columns", input.columns()),
                input.shows() == null ? "list" : word("shows", input.shows()), optional("group", input.group()),
                optional("measure", input.measure()), optional("kind", input.kind()));
    }

    private static String name(@Nullable String text) {
        String name = text == null ? "" : text.strip();
        if (name.isEmpty()) {
            throw wrong("name", "required");
        }
        if (name.length() > LONGEST_NAME) {
            throw wrong("name", "too-long", LONGEST_NAME, name.length());
        }
        return name;
    }

    /** The fault stands where it was written. */
    private String filter(ObjectType type, @Nullable String text) {
        String filter = text == null ? "" : text.strip();
        if (filter.length() > LONGEST_FILTER) {
            throw wrong("filter", "too-long", LONGEST_FILTER, filter.length());
        }
        if (!filter.isEmpty()) {
            try {
                expressions.condition(type, "t", filter);
            } catch (Problem problem) {
                Fault fault = problem.faults().getFirst();
                throw wrong("filter", fault.code(), fault.args().toArray());
            }
        }
        return filter;
    }

    private List<String> names(ObjectType type, String path, @Nullable List<@Nullable String> given) {
        List<@Nullable String> names = given == null ? List.of() : given;
        if (names.size() > MOST_NAMES) {
            throw wrong(path, "too-many", MOST_NAMES);
        }
        for (String name : names) {
            String bare = name == null ? "" : path.equals("sort") && name.startsWith("-") ? name.substring(1) : name;
            Attribute<?> attribute = type.find(bare);
            if (attribute == null || !access.maySee(attribute)) {
                throw wrong(path, "unknown-attribute", bare);
            }
        }
        return names.stream().map(String::valueOf).distinct().toList();
    }

    private static @Nullable String optional(String path, @Nullable String text) {
        return text == null || text.isBlank() ? null : word(path, text);
    }

    private static String word(String path, String text) {
        if (!WORD.matcher(text).matches()) {
            throw wrong(path, "bad-value");
        }
        return text;
    }

    /** What everybody has is set up by who sets up the object. */
    private boolean everyone(ObjectType type, @Nullable SavedView before, ViewInput input) {
        boolean wanted = Boolean.TRUE.equals(input.everyone());
        boolean was = before != null && before.everyone();
        if (wanted && !was && !access.may(Right.CONFIGURE, type)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.at("everyone", "may-not-configure"));
        }
        return wanted;
    }

    /** People one by one, and the groups one is in oneself; who sets up the object may name any. */
    private Set<UUID> sharedWith(ObjectType type, @Nullable SavedView before, ViewInput input) {
        List<@Nullable String> given = input.sharedWith() == null ? List.of() : input.sharedWith();
        if (given.size() > MOST_GROUPS) {
            throw wrong("sharedWith", "too-many", MOST_GROUPS);
        }
        Set<UUID> ids = new LinkedHashSet<>();
        given.forEach(text -> ids.add(id(text)));
        var known = principals.of(ids);
        Set<UUID> own = principals.including(Caller.current().person());
        for (UUID id : ids) {
            Principals.Principal principal = known.get(id);
            boolean kept = before != null && before.sharedWith().contains(id);
            if (principal == null && !kept) {
                throw wrong("sharedWith", "unknown-reference");
            }
            boolean single = principal != null && principal.kind().equals(principals.kinds().iterator().next());
            if (!kept && !single && !own.contains(id) && !access.may(Right.CONFIGURE, type)) {
                throw Problem.of(ProblemKind.FORBIDDEN, Fault.at("sharedWith", "not-your-group"));
            }
        }
        ids.remove(before == null ? Caller.current().person() : before.owner());
        return ids;
    }

    private UUID id(@Nullable String text) {
        try {
            return addressed.id(text == null ? "" : text);
        } catch (Problem none) {
            throw wrong("sharedWith", "unknown-reference");
        }
    }

    private static Problem wrong(String path, String code, Object... args) {
        return Problem.of(ProblemKind.RULE_BROKEN, Fault.at(path, code, args));
    }
}
