package io.keyuan.engine.view;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.KnownRoles;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import io.keyuan.engine.expression.Expressions;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    /** Words of the console: what is drawn, by what. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.():-]{0,99}");

    private final Access access;
    private final Expressions expressions;
    private final Audiences audiences;
    private final KnownRoles roles;

    ViewReading(Access access, Expressions expressions, Audiences audiences, KnownRoles roles) {
        this.access = access;
        this.expressions = expressions;
        this.audiences = audiences;
        this.roles = roles;
    }

    /** @param before the view that is written anew; null for a new one, which is the caller's */
    SavedView read(ObjectType type, UUID id, long version, @Nullable SavedView before, ViewInput input) {
        boolean everyone = audiences.everyone(type, before != null && before.everyone(), input.everyone());
        UUID owner = before == null ? Caller.current().person() : before.owner();
        return new SavedView(id, version, type.name(), name(input.name()), owner, everyone,
                audiences.people(type, before == null ? Set.of() : before.sharedWith(), owner, input.sharedWith()),
                firstFor(type, before == null ? Set.of() : before.firstFor(), input.firstFor()), look(type, input));
    }

    /** What the people of a role begin with is set up by who sets up the object. */
    private Set<UUID> firstFor(ObjectType type, Set<UUID> before, @Nullable List<@Nullable String> given) {
        if (given == null) {
            return before;
        }
        Map<String, UUID> known = new HashMap<>();
        roles.all().keySet().forEach(role -> known.put(role.toString(), role));
        before.forEach(role -> known.put(role.toString(), role));
        Set<UUID> wanted = new LinkedHashSet<>();
        for (String role : given) {
            UUID id = known.get(String.valueOf(role));
            if (id == null) {
                throw wrong("firstFor", "unknown-reference");
            }
            wanted.add(id);
        }
        if (!wanted.equals(before) && !access.may(Right.CONFIGURE, type)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.at("firstFor", "may-not-configure"));
        }
        return wanted;
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

    private static Problem wrong(String path, String code, Object... args) {
        return Problem.of(ProblemKind.RULE_BROKEN, Fault.at(path, code, args));
    }
}
