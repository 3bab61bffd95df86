package io.keyuan.identity.access;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.name;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Ids;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.sql.Tables;
import io.keyuan.identity.User;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes and changes roles, and gives them to people. */
@Service
class RoleBook {

    private static final int MOST = 200;

    private final DSLContext sql;
    private final RoleStore store;
    private final GrantsJson json;
    private final AuditTrail trail;

    RoleBook(DSLContext sql, RoleStore store, GrantsJson json, AuditTrail trail) {
        this.sql = sql;
        this.store = store;
        this.json = json;
        this.trail = trail;
    }

    List<Role> all() {
        return List.copyOf(store.all().values());
    }

    /** @throws Problem where there is none */
    Role get(UUID id) {
        Role role = store.all().get(id);
        if (role == null) {
            throw Problem.notFound();
        }
        return role;
    }

    /** @param initial whether somebody who was given no role has it; there is always one such role */
    record Wanted(@Nullable String name, @Nullable String description, boolean initial, Map<String, ObjectGrant> grants) {}

    @Transactional
    Role create(Wanted wanted) {
        List<Role> all = all();
        if (all.size() >= MOST) {
            throw RoleForm.wrong("name", "too-many", MOST);
        }
        checkName(all, null, wanted.name());
        UUID id = Ids.next();
        var now = Tables.bound(Instant.now());
        UUID by = Caller.current().person();
        Long place = Objects.requireNonNull(sql.select(coalesce(max(Tables.number("r", "place")), inline(0L)))
                .from(Tables.of(RoleTable.ROLE, "r"))
                .where(Tables.ofTenant("r"))
                .fetchOne(0, Long.class));
        sql.insertInto(RoleTable.TABLE)
                .columns(
                        own("tenant_id", UUID.class), own("id", UUID.class), own("version", Long.class), own("name", String.class),
                        own("description", String.class), own("place", Long.class), own("initial", Boolean.class), own("grants", JSONB.class),
                        own("created_at", OffsetDateTime.class), own("created_by", UUID.class), own("updated_at", OffsetDateTime.class),
                        own("updated_by", UUID.class))
                .values(
                        Caller.current().tenant(), id, 1L, wanted.name(), wanted.description(), place + 1, false, grants(wanted), now, by,
                        now, by)
                .execute();
        settle(id, wanted);
        keep("role-made", id, wanted, Map.of());
        return get(id);
    }

    @Transactional
    Role change(UUID id, long version, Wanted wanted) {
        List<Role> all = all();
        Role before = get(id);
        if (before.version() != version) {
            throw Problem.of(ProblemKind.STALE, Fault.whole("stale"));
        }
        checkName(all, id, wanted.name());
        if (before.initial() && !wanted.initial()) {
            throw RoleForm.wrong("initial", "one-is-initial");
        }
        boolean asItCame = before.code() != null && !before.changed() && before.grants().equals(wanted.grants());
        update(id, version, wanted, asItCame ? null : grants(wanted));
        settle(id, wanted);
        keep("role-changed", id, wanted, before.grants());
        return get(id);
    }

    /** Makes a ready-made role again what it was. */
    @Transactional
    Role reset(UUID id, long version) {
        Role before = get(id);
        if (before.code() == null) {
            throw RoleForm.wrong("code", "not-ready-made");
        }
        update(id, version, new Wanted(null, null, before.initial(), Map.of()), null);
        store.changed();
        trail.keep(AuditEvent.of("role-reset", Map.of(
                "role", id.toString(), RolesInAudit.GRANTS, json.write(get(id).grants()), RolesInAudit.BEFORE, json.write(before.grants()))));
        return get(id);
    }

    private void update(UUID id, long version, Wanted wanted, @Nullable JSONB grants) {
        int changed = sql.update(Tables.of(RoleTable.ROLE, "r"))
                .set(own("name", String.class), wanted.name())
                .set(own("description", String.class), wanted.description())
                .set(own("grants", JSONB.class), grants)
                .set(own("version", Long.class), version + 1)
                .set(own("updated_at", OffsetDateTime.class), Tables.bound(Instant.now()))
                .set(own("updated_by", UUID.class), Caller.current().person())
                .where(Tables.ofTenant("r"))
                .and(Tables.uuid("r", "id").eq(id))
                .and(Tables.number("r", "version").eq(version))
                .execute();
        if (changed == 0) {
            throw Problem.of(ProblemKind.STALE, Fault.whole("stale"));
        }
    }

    /** The role of whoever was given none is one only. */
    private void settle(UUID id, Wanted wanted) {
        if (wanted.initial()) {
            sql.update(Tables.of(RoleTable.ROLE, "r"))
                    .set(own("initial", Boolean.class), org.jooq.impl.DSL.field(Tables.uuid("r", "id").eq(id)))
                    .where(Tables.ofTenant("r"))
                    .execute();
        }
        store.changed();
    }

    /** People who had it have one role less. */
    @Transactional
    void delete(UUID id) {
        Role role = get(id);
        if (role.code() != null || role.initial()) {
            throw Problem.of(ProblemKind.CONFLICT, Fault.whole(role.initial() ? "role-is-initial" : "role-is-ready-made"));
        }
        boolean confining = sql.fetchExists(Tables.of("token", "t"), Tables.ofTenant("t").and(Tables.uuid("t", "role_id").eq(id)));
        if (confining) {
            throw Problem.of(ProblemKind.CONFLICT, Fault.whole("role-has-tokens"));
        }
        sql.deleteFrom(Tables.of(RoleTable.OF_PEOPLE, "r")).where(Tables.ofTenant("r")).and(Tables.uuid("r", "role_id").eq(id)).execute();
        sql.deleteFrom(Tables.of(RoleTable.ROLE, "r")).where(Tables.ofTenant("r")).and(Tables.uuid("r", "id").eq(id)).execute();
        store.changed();
        trail.keep(AuditEvent.of("role-removed", Map.of("role", id.toString(), "name", String.valueOf(role.name()))));
    }

    Set<UUID> of(UUID person) {
        return Set.copyOf(sql.select(Tables.uuid("r", "role_id"))
                .from(Tables.of(RoleTable.OF_PEOPLE, "r"))
                .where(Tables.ofTenant("r"))
                .and(Tables.uuid("r", "person_id").eq(person))
                .fetchSet(Tables.uuid("r", "role_id")));
    }

    /** @throws Problem where there is no such person, or no such role */
    @Transactional
    void give(UUID person, Set<UUID> roles) {
        checkPerson(person);
        if (!store.all().keySet().containsAll(roles)) {
            throw RoleForm.wrong("roles", "unknown-reference");
        }
        Set<UUID> before = of(person);
        if (before.equals(roles)) {
            return;
        }
        sql.deleteFrom(Tables.of(RoleTable.OF_PEOPLE, "r")).where(Tables.ofTenant("r")).and(Tables.uuid("r", "person_id").eq(person)).execute();
        var now = Tables.bound(Instant.now());
        var insert = sql.insertInto(table(name(RoleTable.OF_PEOPLE))).columns(
                own("tenant_id", UUID.class), own("person_id", UUID.class), own("role_id", UUID.class), own("given_by", UUID.class),
                own("given_at", OffsetDateTime.class));
        for (UUID role : roles) {
            insert = insert.values(Caller.current().tenant(), person, role, Caller.current().person(), now);
        }
        if (!roles.isEmpty()) {
            insert.execute();
        }
        store.changed();
        trail.keep(new AuditEvent("roles-given", User.USER.name(), person, Map.of("before", texts(before), "after", texts(roles))));
    }

    /** @throws Problem where there is no such person */
    void checkPerson(UUID person) {
        boolean there = sql.fetchExists(Tables.of(User.USER, "p"), Tables.ofTenant("p").and(Tables.uuid("p", "id").eq(person)).and(Tables.alive("p")));
        if (!there) {
            throw Problem.notFound();
        }
    }

    private static List<String> texts(Set<UUID> ids) {
        return ids.stream().map(UUID::toString).sorted().toList();
    }

    private static void checkName(List<Role> all, @Nullable UUID own, @Nullable String name) {
        boolean taken = name != null && all.stream()
                .anyMatch(role -> name.equalsIgnoreCase(role.name()) && !role.id().equals(own));
        if (taken) {
            throw Problem.of(ProblemKind.DUPLICATE, Fault.at("name", "duplicate"));
        }
    }

    private JSONB grants(Wanted wanted) {
        return JSONB.valueOf(json.write(wanted.grants()));
    }

    private void keep(String kind, UUID role, Wanted wanted, Map<String, ObjectGrant> before) {
        Map<String, Object> details = new HashMap<>(Map.of("role", role.toString(), "initial", wanted.initial(), RolesInAudit.GRANTS, json.write(wanted.grants()),
                RolesInAudit.BEFORE, json.write(before)));
        if (wanted.name() != null) {
            details.put("name", wanted.name());
        }
        trail.keep(AuditEvent.of(kind, details));
    }

    private static <T> org.jooq.Field<T> own(String column, Class<T> type) {
        return RoleTable.own(column, type);
    }
}
