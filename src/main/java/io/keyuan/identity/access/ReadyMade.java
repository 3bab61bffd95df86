package io.keyuan.identity.access;

import static io.keyuan.engine.Right.ASSIGN;
import static io.keyuan.engine.Right.BULK;
import static io.keyuan.engine.Right.CREATE;
import static io.keyuan.engine.Right.DELETE;
import static io.keyuan.engine.Right.EDIT;
import static io.keyuan.engine.Right.EXPORT;
import static io.keyuan.engine.Right.IMPORT;
import static io.keyuan.engine.Right.READ;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeRight;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Right;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The roles a company begins with. They are said in terms of areas and capabilities, so that an object that is new in a
 * release is in them at once; what a company changed of one is kept as it left it.
 */
enum ReadyMade {
    DIRECTOR(Range.ALL, Range.of(Scope.OWN, Scope.COLLABORATOR, Scope.REPORTS, Scope.DEPARTMENT_AND_BELOW)),
    SALES_MANAGER(
            Range.of(Scope.OWN, Scope.COLLABORATOR, Scope.REPORTS, Scope.DEPARTMENT_AND_BELOW),
            Range.of(Scope.OWN, Scope.COLLABORATOR, Scope.REPORTS, Scope.DEPARTMENT_AND_BELOW)),
    REPRESENTATIVE(Range.of(Scope.OWN, Scope.COLLABORATOR), Range.of(Scope.OWN, Scope.COLLABORATOR)),
    MARKETER(Range.ALL, Range.of(Scope.OWN, Scope.COLLABORATOR)),
    SERVICE_MANAGER(Range.ALL, Range.of(Scope.OWN, Scope.COLLABORATOR, Scope.REPORTS, Scope.DEPARTMENT_AND_BELOW)),
    AGENT(Range.ALL, Range.of(Scope.OWN, Scope.COLLABORATOR)),
    TECHNICIAN(Range.of(Scope.OWN, Scope.COLLABORATOR, Scope.DEPARTMENT), Range.of(Scope.OWN, Scope.COLLABORATOR)),
    FINANCE(Range.ALL, Range.of(Scope.OWN)),
    ANALYST(Range.ALL, Range.NOTHING),
    READER(Range.ALL, Range.NOTHING);

    private static final Set<Right> WORKING = Set.of(CREATE, READ, EDIT, DELETE, IMPORT, EXPORT, ASSIGN, BULK);
    private static final Set<Right> SERVING = Set.of(CREATE, READ, EDIT, ASSIGN);
    private static final Set<ReadyMade> LEADING = EnumSet.of(DIRECTOR, SALES_MANAGER, SERVICE_MANAGER);
    private static final String WORK = "work";

    private final Range read;
    private final Range write;

    ReadyMade(Range read, Range write) {
        this.read = read;
        this.write = write;
    }

    /** As in the table and in addresses. */
    String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    Map<String, ObjectGrant> grants(Iterable<ObjectType> types) {
        Map<String, ObjectGrant> grants = new HashMap<>();
        types.forEach(type -> grants.put(type.name(), grant(type)));
        return grants;
    }

    private ObjectGrant grant(ObjectType type) {
        Set<Right> rights = rights(type);
        if (rights.isEmpty()) {
            return ObjectGrant.NOTHING;
        }
        boolean confined = type.can(Capability.OWNED);
        return new ObjectGrant(rights, confined ? read : Range.ALL, confined ? write : Range.ALL, attributes(type));
    }

    private Set<Right> rights(ObjectType type) {
        if (type.can(Capability.GIVEN_BY_ROLES)) {
            return Set.of();
        }
        if (this == READER) {
            return Set.of(READ);
        }
        if (type.can(Capability.KEPT_BY_ADMINISTRATORS) || this == ANALYST) {
            return Set.of(READ, EXPORT);
        }
        if (type.can(Capability.KEPT_BY_LEADERS)) {
            return LEADING.contains(this) ? WORKING : Set.of(READ, EXPORT);
        }
        boolean own = type.area().equals(WORK);
        return switch (this) {
            case DIRECTOR, SALES_MANAGER, REPRESENTATIVE, MARKETER -> WORKING;
            case SERVICE_MANAGER -> own ? WORKING : SERVING;
            case AGENT, TECHNICIAN -> own ? SERVING : Set.of(READ);
            case FINANCE -> own ? WORKING : Set.of(READ, EXPORT);
            case ANALYST, READER -> throw new IllegalStateException("decided above");
        };
    }

    /** Whoever looks at everything to count it needs nobody's telephone number. */
    private Map<String, AttributeRight> attributes(ObjectType type) {
        if (this != ANALYST && this != READER) {
            return Map.of();
        }
        return type.attributes().stream()
                .filter(attribute -> attribute.isSensitive() && !type.can(Capability.PEOPLE))
                .collect(Collectors.toMap(Attribute::name, attribute -> AttributeRight.MASKED));
    }
}
