package io.keyuan.identity.access;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeRight;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Given;
import io.keyuan.engine.Grants;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Reach;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Right;
import io.keyuan.engine.TenantSettings;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Administrators may everything; everybody else what their roles allow, with the records that their roles, their place in the
 * organisation and what was given to them let them reach.
 */
@Component
final class AccessByRoles implements Access {

    private static final Set<Right> LOOKING = Set.of(Right.READ, Right.EXPORT);
    private static final Set<Right> MAKING = Set.of(Right.CREATE, Right.IMPORT);

    /** Done only by those whose record it is, or who stand above them: what one was merely given is still another's. */
    private static final Set<Right> OWNERS = Set.of(Right.DELETE, Right.ASSIGN);

    private final ObjectTypes types;
    private final RoleStore roles;
    private final Organisations organisations;
    private final Grants grants;
    private final TenantSettings settings;

    AccessByRoles(ObjectTypes types, RoleStore roles, Organisations organisations, Grants grants, TenantSettings settings) {
        this.types = types;
        this.roles = roles;
        this.organisations = organisations;
        this.grants = grants;
        this.settings = settings;
    }

    @Override
    public boolean may(Right right, ObjectType type) {
        Caller caller = Caller.current();
        if (!type.isThere() || caller.mandate().looking() && !LOOKING.contains(right)) {
            return false;
        }
        ObjectType judged = judged(type);
        return isAllowed(caller, right, judged) && isWithinMandate(caller, right, judged);
    }

    private boolean isAllowed(Caller caller, Right right, ObjectType type) {
        return caller.administrator() || grant(caller, type).allows(right);
    }

    private boolean isWithinMandate(Caller caller, Right right, ObjectType type) {
        UUID role = caller.mandate().role();
        return role == null || roles.current().ofRole(role, type.name()).allows(right);
    }

    private ObjectGrant grant(Caller caller, ObjectType type) {
        return roles.current().grant(caller.person(), type.name());
    }

    @Override
    public Reach reach(Right right, ObjectType type) {
        if (!may(right, type)) {
            return new Reach.Nothing();
        }
        ObjectType judged = judged(type);
        if (MAKING.contains(right) || !judged.can(Capability.OWNED)) {
            return new Reach.Everything();
        }
        Caller caller = Caller.current();
        UUID role = caller.mandate().role();
        Range own = caller.administrator() ? Range.ALL : range(right, grant(caller, judged));
        Range mandated = role == null ? Range.ALL : range(right, roles.current().ofRole(role, judged.name()));
        return narrower(right, judged, own, mandated);
    }

    /** What may be changed may be seen. */
    private static Range range(Right right, ObjectGrant grant) {
        return LOOKING.contains(right) ? grant.read().and(grant.write()) : grant.write();
    }

    /** Never more than the person reaches, and never more than the mandate says. */
    private Reach narrower(Right right, ObjectType type, Range own, Range mandated) {
        if (mandated.has(Scope.ALL)) {
            return reach(right, type, own);
        }
        return own.has(Scope.ALL) ? reach(right, type, mandated) : reach(right, type, own.common(mandated));
    }

    private Reach reach(Right right, ObjectType type, Range range) {
        if (range.has(Scope.ALL)) {
            return new Reach.Everything();
        }
        Organisation organisation = organisations.current();
        UUID person = Caller.current().person();
        Set<UUID> principals = organisation.principals(person);
        boolean looking = LOOKING.contains(right);
        boolean collaborating = range.has(Scope.COLLABORATOR);
        return new Reach.Part(
                organisation.people(person, range, LocalDate.now(settings.zone())),
                looking && type.hanging() != null,
                reachesGiven(right) ? grants.of(new Given.Wanted(type.name(), principals, collaborating, !looking, false)) : Given.NOTHING,
                looking ? above(type, principals, collaborating) : Given.NOTHING);
    }

    /** Whether records that others share, or on which one works together with others, are reached with this right. */
    static boolean reachesGiven(Right right) {
        return !OWNERS.contains(right);
    }

    private Given above(ObjectType type, Set<UUID> principals, boolean collaborating) {
        ObjectType.Hanging hanging = type.hanging();
        ObjectType above = hanging == null ? null : types.target(hanging.above());
        return above == null || !may(Right.READ, above)
                ? Given.NOTHING
                : grants.of(new Given.Wanted(above.name(), principals, collaborating, false, true));
    }

    @Override
    public AttributeRight right(Attribute<?> attribute) {
        AttributeRight most = attribute.isWritable() && !Caller.current().mandate().looking() ? AttributeRight.WRITE : AttributeRight.READ;
        AttributeRight allowed = isAlwaysRead(attribute) ? AttributeRight.READ : AttributeRight.HIDDEN;
        AttributeRight granted = granted(attribute);
        AttributeRight found = granted.includes(allowed) ? granted : allowed;
        return most.includes(found) ? found : most;
    }

    private AttributeRight granted(Attribute<?> attribute) {
        Caller caller = Caller.current();
        UUID role = caller.mandate().role();
        String object = attribute.object().name();
        AttributeRight own = caller.administrator() ? AttributeRight.WRITE : grant(caller, attribute.object()).attribute(attribute.name());
        AttributeRight mandated = role == null ? AttributeRight.WRITE : roles.current().ofRole(role, object).attribute(attribute.name());
        return own.includes(mandated) ? mandated : own;
    }

    /** Without these no record could be named, found again or told from another. */
    private static boolean isAlwaysRead(Attribute<?> attribute) {
        return attribute.isSystem() || attribute.equals(attribute.object().title());
    }

    /** What is part of a record is as open as the record. */
    private ObjectType judged(ObjectType type) {
        Attribute<Ref> parent = type.parent();
        return parent == null ? type : judged(Objects.requireNonNull(types.target(parent)));
    }
}
