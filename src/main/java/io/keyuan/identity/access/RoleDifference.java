package io.keyuan.identity.access;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeRight;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Principals;
import io.keyuan.engine.Right;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says what a role allows that it did not allow before, and the other way round, object by object. */
@Component
class RoleDifference {

    private final ObjectTypes types;
    private final Principals principals;
    private final Messages messages;

    RoleDifference(ObjectTypes types, Principals principals, Messages messages) {
        this.types = types;
        this.principals = principals;
        this.messages = messages;
    }

    /** Such as {@code Customers: may now also delete; sees all records. Contacts: Mobile is masked}. */
    String words(Map<String, ObjectGrant> before, Map<String, ObjectGrant> after, Locale language) {
        List<String> said = new ArrayList<>();
        types.all().stream().sorted(Comparator.comparingInt(ObjectType::place)).forEach(type -> {
            List<String> of = of(type, before.getOrDefault(type.name(), ObjectGrant.NOTHING), after.getOrDefault(type.name(), ObjectGrant.NOTHING), language);
            if (!of.isEmpty()) {
                said.add(messages.text(language, "role.difference.of", messages.plural(language, type), joined(of, language)));
            }
        });
        return said.isEmpty() ? messages.text(language, "role.difference.none") : String.join(" ", said);
    }

    private List<String> of(ObjectType type, ObjectGrant before, ObjectGrant after, Locale language) {
        List<String> said = new ArrayList<>();
        // What is part of a record is as open as the record, which says it.
        if (type.parent() == null) {
            rights("gained", after.rights(), before.rights(), said, language);
            rights("lost", before.rights(), after.rights(), said, language);
        }
        if (type.parent() == null && type.can(Capability.OWNED)) {
            range("sees", before.read(), after.read(), said, language);
            range("changes", before.write(), after.write(), said, language);
        }
        for (Attribute<?> attribute : type.attributes()) {
            AttributeRight right = after.attribute(attribute.name());
            if (right != before.attribute(attribute.name())) {
                said.add(messages.text(language, "role.difference." + RoleForm.word(right), messages.label(language, attribute)));
            }
        }
        return said;
    }

    private void rights(String code, Set<Right> some, Set<Right> others, List<String> said, Locale language) {
        List<String> only = some.stream().filter(right -> !others.contains(right)).sorted()
                .map(right -> messages.text(language, "right." + RoleForm.word(right)))
                .toList();
        if (!only.isEmpty()) {
            said.add(messages.text(language, "role.difference." + code, listed(only, language)));
        }
    }

    private void range(String code, Range before, Range after, List<String> said, Locale language) {
        if (!before.equals(after)) {
            said.add(messages.text(language, "role.difference." + code, range(after, language)));
        }
    }

    private String range(Range range, Locale language) {
        if (range.isEmpty()) {
            return messages.text(language, "role.difference.nothing");
        }
        List<String> scopes = new ArrayList<>(range.scopes().stream().filter(scope -> scope != Scope.DEPARTMENTS).sorted()
                .map(scope -> messages.text(language, "scope." + RoleForm.word(scope)))
                .toList());
        if (range.has(Scope.DEPARTMENTS)) {
            scopes.add(messages.text(language, "role.difference.departments", listed(departments(range), language)));
        }
        return listed(scopes, language);
    }

    /** Those that are gone have no name any more, and nobody in them. */
    private Collection<String> departments(Range range) {
        Map<UUID, Principals.Principal> known = principals.of(new HashSet<>(range.departments()));
        return known.values().stream().map(Principals.Principal::title).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String listed(Collection<String> words, Locale language) {
        return String.join(isSpaced(language) ? ", " : "、", words);
    }

    private static String joined(Collection<String> sentences, Locale language) {
        return String.join(isSpaced(language) ? "; " : "；", sentences);
    }

    private static boolean isSpaced(Locale language) {
        return Languages.ENGLISH.equals(language);
    }
}
