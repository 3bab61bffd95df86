package io.keyuan.identity.access;

import static org.jooq.impl.DSL.selectOne;

import io.keyuan.engine.Access;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Right;
import io.keyuan.engine.TenantSettings;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.share.GivenReasons;
import io.keyuan.engine.sql.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells in words why somebody may or may not do something with a record: each rule that allows it, and each that might have. */
@Component
class Explanation {

    private static final Set<Right> LOOKING = Set.of(Right.READ, Right.EXPORT);

    private final Access access;
    private final ObjectTypes types;
    private final RoleStore roles;
    private final Organisations organisations;
    private final GivenReasons given;
    private final Conditions conditions;
    private final TenantSettings settings;
    private final Messages messages;
    private final DSLContext sql;

    Explanation(
            Access access, ObjectTypes types, Standing standing, GivenReasons given, Conditions conditions, Messages messages, DSLContext sql) {
        this.access = access;
        this.types = types;
        this.roles = standing.roles();
        this.organisations = standing.organisations();
        this.settings = standing.settings();
        this.given = given;
        this.conditions = conditions;
        this.messages = messages;
        this.sql = sql;
    }

    /** From what follows where somebody stands. */
    @Component
    record Standing(RoleStore roles, Organisations organisations, TenantSettings settings) {}

    /** @param verdict {@code yes} where it alone allows it, {@code no} where it forbids it, {@code missed} where it says nothing of this record */
    record Step(String verdict, String text) {}

    /** To whom a record belongs, as far as rights ask. */
    record Facts(@Nullable UUID owner, @Nullable UUID above, @Nullable UUID aboveOwner) {}

    /** Whether the current caller may; the same condition decides that lists and pages use. */
    boolean isAllowed(Right right, ObjectType type, UUID record) {
        return access.may(right, type)
                && sql.fetchExists(selectOne()
                        .from(Tables.of(type, "t"))
                        .where(Tables.ofTenant("t"))
                        .and(Tables.uuid("t", "id").eq(record))
                        .and(conditions.visible(right, type, "t")));
    }

    /** @param language of whoever asks, who may be somebody else than the current caller, about whom it is */
    List<Step> of(Right right, ObjectType type, UUID record, Facts facts, Locale language) {
        var told = new Told(language);
        Caller caller = Caller.current();
        if (caller.administrator()) {
            told.add("yes", "administrator");
            return told.steps;
        }
        List<Role> all = roles.current().of(caller.person());
        if (all.isEmpty()) {
            told.add("no", "no-role");
        }
        boolean allowed = false;
        for (Role role : all) {
            allowed |= role(told, role, right, type, facts);
        }
        if (allowed && type.can(Capability.OWNED)) {
            given(told, right, type, record, facts, collaborating(all, right, type));
        }
        return told.steps;
    }

    private boolean role(Told told, Role role, Right right, ObjectType type, Facts facts) {
        ObjectGrant grant = role.grant(type.name());
        String name = told.name(role);
        if (!grant.allows(right)) {
            told.add("no", "role-lacks-right", name, told.right(right));
            return false;
        }
        if (!type.can(Capability.OWNED)) {
            told.add("yes", "role-allows", name, told.right(right));
            return true;
        }
        Range range = LOOKING.contains(right) ? grant.read().and(grant.write()) : grant.write();
        if (range.isEmpty()) {
            told.add("no", "role-reaches-nothing", name);
        }
        range.scopes().stream().sorted().forEach(scope -> scope(told, name, new Range(Set.of(scope), range.departments()), scope, right, type, facts));
        return true;
    }

    private void scope(Told told, String role, Range range, Scope scope, Right right, ObjectType type, Facts facts) {
        String word = RoleForm.word(scope);
        if (scope == Scope.ALL) {
            told.add("yes", "scope-all", role);
            return;
        }
        if (scope == Scope.COLLABORATOR) {
            return;
        }
        Set<UUID> people = organisations.current().people(Caller.current().person(), range, LocalDate.now(settings.zone()));
        String reached = told.scope(word);
        if (facts.owner() != null && people.contains(facts.owner())) {
            told.add("yes", facts.owner().equals(Caller.current().person()) ? "owner" : "scope-owner", role, reached);
        } else if (LOOKING.contains(right) && type.hanging() != null && facts.aboveOwner() != null && people.contains(facts.aboveOwner())) {
            told.add("yes", "scope-above", role, reached);
        } else {
            told.add("missed", "scope-missed", role, reached);
        }
    }

    private static boolean collaborating(List<Role> all, Right right, ObjectType type) {
        return all.stream().map(role -> role.grant(type.name())).filter(grant -> grant.allows(right))
                .map(grant -> LOOKING.contains(right) ? grant.read().and(grant.write()) : grant.write())
                .anyMatch(range -> range.has(Scope.COLLABORATOR));
    }

    private void given(Told told, Right right, ObjectType type, UUID record, Facts facts, boolean collaborating) {
        boolean looking = LOOKING.contains(right);
        Set<UUID> principals = organisations.current().principals(Caller.current().person());
        for (GivenReasons.Reason reason : given.of(type.name(), record, principals)) {
            if (!AccessByRoles.reachesGiven(right)) {
                told.add("missed", "given-no-owner", reason.to());
                continue;
            }
            boolean counts = (looking || reason.editing()) && (collaborating || !reason.kind().equals("collaborator"));
            told.add(counts ? "yes" : "missed", (counts ? "given-" : "given-not-") + reason.kind(), reason.to());
        }
        ObjectType above = type.hanging() == null ? null : types.target(type.hanging().above());
        if (looking && above != null && facts.above() != null && access.may(Right.READ, above)) {
            for (GivenReasons.Reason reason : given.of(above.name(), facts.above(), principals)) {
                if (reason.along() && (collaborating || !reason.kind().equals("collaborator"))) {
                    told.add("yes", "given-along", reason.to());
                }
            }
        }
    }

    /** Steps as they are told. */
    private final class Told {

        private final Locale language;
        private final List<Step> steps = new ArrayList<>();

        private Told(Locale language) {
            this.language = language;
        }

        private void add(String verdict, String code, Object... arguments) {
            steps.add(new Step(verdict, messages.text(language, "why." + code, arguments)));
        }

        private String name(Role role) {
            return role.name() != null ? role.name() : messages.text(language, "role." + Objects.requireNonNull(role.code()));
        }

        private String right(Right right) {
            return messages.text(language, "right." + RoleForm.word(right));
        }

        private String scope(String word) {
            return messages.text(language, "scope." + word);
        }
    }
}
