package io.keyuan.identity.access;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Ids;
import io.keyuan.engine.KnownOfTenant;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Signals;
import io.keyuan.engine.TenantSeed;
import io.keyuan.engine.sql.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Roles in their table, remembered until somebody changes one or gives it to somebody. */
@Component
class RoleStore implements TenantSeed {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final String TOPIC = "roles";

    private final DSLContext sql;
    private final ObjectTypes types;
    private final GrantsJson json;
    private final Signals signals;
    private final KnownOfTenant<Roles> known = new KnownOfTenant<>(KEPT);

    RoleStore(DSLContext sql, ObjectTypes types, GrantsJson json, Signals signals) {
        this.sql = sql;
        this.types = types;
        this.json = json;
        this.signals = signals;
        signals.listen(TOPIC, tenant -> known.forget(UUID.fromString(tenant)), known::forgetAll);
    }

    Roles current() {
        return known.get(Caller.current().tenant(), this::read);
    }

    /** With the current transaction, on all nodes. */
    void changed() {
        signals.tell(TOPIC, Caller.current().tenant().toString());
    }

    private Roles read() {
        Map<UUID, Set<UUID>> ofPeople = new HashMap<>();
        sql.select(Tables.uuid("r", "person_id"), Tables.uuid("r", "role_id"))
                .from(Tables.of(RoleTable.OF_PEOPLE, "r"))
                .where(Tables.ofTenant("r"))
                .forEach(row -> ofPeople.computeIfAbsent(row.value1(), any -> new HashSet<>()).add(row.value2()));
        return new Roles(all(), ofPeople);
    }

    /** In the order in which people made them, the ready-made ones first. */
    Map<UUID, Role> all() {
        Map<UUID, Role> roles = new LinkedHashMap<>();
        sql.select(RoleTable.COLUMNS)
                .from(Tables.of(RoleTable.ROLE, "r"))
                .where(Tables.ofTenant("r"))
                .orderBy(Tables.number("r", "place"), Tables.uuid("r", "id"))
                .forEach(row -> roles.put(row.get(RoleTable.ID), role(row)));
        return roles;
    }

    private Role role(Record row) {
        String code = row.get(RoleTable.CODE);
        var grants = row.get(RoleTable.GRANTS);
        return new Role(
                row.get(RoleTable.ID), code, row.get(RoleTable.NAME), row.get(RoleTable.DESCRIPTION), row.get(RoleTable.VERSION),
                row.get(RoleTable.INITIAL), grants != null,
                grants == null ? RoleTable.readyMade(code).grants(types.all()) : json.read(grants.data()));
    }

    @Override
    public void seed(UUID tenant) {
        var now = Tables.bound(Instant.now());
        var insert = sql.insertInto(RoleTable.TABLE).columns(RoleTable.SEEDED);
        long place = 0;
        for (ReadyMade ready : ReadyMade.values()) {
            insert = insert.values(tenant, Ids.next(), 1L, ready.code(), place++, ready == ReadyMade.REPRESENTATIVE, now, now);
        }
        insert.execute();
    }
}
