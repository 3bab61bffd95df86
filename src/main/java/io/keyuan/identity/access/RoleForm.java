package io.keyuan.identity.access;

import io.keyuan.engine.AttributeRight;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a role allows, in the words of the API. */
@Component
class RoleForm {

    private static final int MOST_DEPARTMENTS = 200;

    private final ObjectTypes types;

    RoleForm(ObjectTypes types) {
        this.types = types;
    }

    /** @param scopes such as {@code own}, {@code departmentAndBelow} */
    record RangeForm(@Nullable List<String> scopes, @Nullable Set<UUID> departments) {}

    /**
     * @param object as in addresses
     * @param rights such as {@code create}
     * @param attributes {@code hidden}, {@code masked} or {@code read} for those that may not be written
     */
    record GrantForm(
            @Nullable String object, @Nullable List<String> rights, @Nullable RangeForm read, @Nullable RangeForm write,
            @Nullable Map<String, String> attributes) {}

    /** In the order of the navigation; objects that nothing is allowed with are in it too, so that something can be allowed. */
    List<GrantForm> of(Map<String, ObjectGrant> grants) {
        return types.all().stream()
                .filter(type -> type.parent() == null)
                .sorted(java.util.Comparator.comparingInt(ObjectType::place))
                .map(type -> of(type, grants.getOrDefault(type.name(), ObjectGrant.NOTHING), grants))
                .toList();
    }

    private GrantForm of(ObjectType type, ObjectGrant grant, Map<String, ObjectGrant> grants) {
        Map<String, String> attributes = new TreeMap<>();
        grant.attributes().forEach((name, right) -> attributes.put(name, word(right)));
        types.all().stream().filter(part -> type.equals(above(part))).forEach(part -> grants.getOrDefault(part.name(), ObjectGrant.NOTHING)
                .attributes().forEach((name, right) -> attributes.put(part.name() + "." + name, word(right))));
        return new GrantForm(
                type.path(), grant.rights().stream().sorted().map(RoleForm::word).toList(), of(grant.read()), of(grant.write()), attributes);
    }

    private @Nullable ObjectType above(ObjectType part) {
        return part.parent() == null ? null : types.target(part.parent());
    }

    private static RangeForm of(Range range) {
        return new RangeForm(range.scopes().stream().sorted().map(RoleForm::word).toList(), new TreeSet<>(range.departments()));
    }

    /** @throws Problem where something is none of the words there are, or contradicts itself */
    Map<String, ObjectGrant> read(@Nullable List<GrantForm> forms) {
        Map<String, ObjectGrant> grants = new LinkedHashMap<>();
        List<GrantForm> given = forms == null ? List.of() : forms;
        for (int i = 0; i < given.size(); i++) {
            read(given.get(i), "grants." + i, grants);
        }
        return grants;
    }

    private void read(@Nullable GrantForm form, String path, Map<String, ObjectGrant> grants) {
        if (form == null) {
            throw wrong(path, "required");
        }
        ObjectType type = form.object() == null ? null : types.byPath(form.object());
        if (type == null || type.parent() != null || grants.containsKey(type.name())) {
            throw wrong(path + ".object", "bad-value");
        }
        Set<Right> rights = words(Right.class, form.rights(), path + ".rights");
        Range read = range(type, form.read(), path + ".read");
        Range write = range(type, form.write(), path + ".write");
        if (!rights.isEmpty() && !rights.contains(Right.READ)) {
            throw wrong(path + ".rights", "reads-nothing");
        }
        Map<String, Map<String, AttributeRight>> attributes = attributes(type, form.attributes(), path + ".attributes");
        // What is part of a record is as open as the record, but for its attributes.
        types.all().stream()
                .filter(part -> part.equals(type) || type.equals(above(part)))
                .forEach(part -> grants.put(part.name(), new ObjectGrant(rights, read, write, attributes.getOrDefault(part.name(), Map.of()))));
    }

    private static Range range(ObjectType type, @Nullable RangeForm form, String path) {
        if (!type.can(Capability.OWNED)) {
            return Range.ALL;
        }
        Set<Scope> scopes = words(Scope.class, form == null ? null : form.scopes(), path + ".scopes");
        Set<UUID> departments = form == null || form.departments() == null ? Set.of() : form.departments();
        if (departments.stream().anyMatch(Objects::isNull)) {
            throw wrong(path + ".departments", "required");
        }
        if (departments.size() > MOST_DEPARTMENTS) {
            throw wrong(path + ".departments", "too-many", MOST_DEPARTMENTS);
        }
        if (scopes.contains(Scope.DEPARTMENTS) && departments.isEmpty()) {
            throw wrong(path + ".departments", "required");
        }
        return new Range(scopes, departments);
    }

    /** By object: attributes of parts are named behind the part. */
    private Map<String, Map<String, AttributeRight>> attributes(ObjectType type, @Nullable Map<String, String> form, String path) {
        Map<String, Map<String, AttributeRight>> attributes = new HashMap<>();
        (form == null ? Map.<String, String>of() : form).forEach((name, word) -> {
            int dot = name.indexOf('.');
            ObjectType of = dot < 0 ? type : types.byName(name.substring(0, dot));
            boolean known = of != null && (of.equals(type) || type.equals(above(of))) && of.find(name.substring(dot + 1)) != null;
            if (of == null || !known) {
                throw wrong(path + "." + shortened(name), "unknown-attribute");
            }
            AttributeRight right = words(AttributeRight.class, Arrays.asList(word), path + "." + name).iterator().next();
            if (right != AttributeRight.WRITE) {
                attributes.computeIfAbsent(of.name(), any -> new HashMap<>()).put(name.substring(dot + 1), right);
            }
        });
        return attributes;
    }

    private static <E extends Enum<E>> Set<E> words(Class<E> type, @Nullable List<String> words, String path) {
        Set<E> values = EnumSet.noneOf(type);
        List<E> all = new ArrayList<>(Arrays.asList(type.getEnumConstants()));
        for (String word : words == null ? List.<String>of() : words) {
            values.add(all.stream().filter(value -> word(value).equals(word)).findFirst().orElseThrow(() -> wrong(path, "bad-value")));
        }
        return values;
    }

    /** {@code DEPARTMENT_AND_BELOW} is {@code departmentAndBelow}. */
    static String word(Enum<?> value) {
        String[] parts = value.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder word = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            word.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
        }
        return word.toString();
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60);
    }

    static Problem wrong(String path, String code, Object... args) {
        return Problem.of(ProblemKind.RULE_BROKEN, Fault.at(path, code, args));
    }
}
