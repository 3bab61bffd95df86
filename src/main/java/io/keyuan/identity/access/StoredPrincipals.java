package io.keyuan.identity.access;

import static org.jooq.impl.DSL.any;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Principals;
import io.keyuan.engine.sql.Tables;
import io.keyuan.identity.Department;
import io.keyuan.identity.Team;
import io.keyuan.identity.User;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** People, teams and departments as those to whom records are given. */
@Component
class StoredPrincipals implements Principals {

    private static final Field<UUID> ID = Tables.uuid("t", "id");

    private final DSLContext sql;
    private final Organisations organisations;
    private final Map<String, ObjectType> types = new LinkedHashMap<>();

    StoredPrincipals(DSLContext sql, Organisations organisations) {
        this.sql = sql;
        this.organisations = organisations;
        for (ObjectType type : new ObjectType[] {User.USER, Team.TEAM, Department.DEPARTMENT}) {
            types.put(type.name(), type);
        }
    }

    @Override
    public Set<String> kinds() {
        return types.keySet();
    }

    @Override
    public Map<UUID, Principal> of(String kind, Set<UUID> ids) {
        ObjectType type = types.get(kind);
        return type == null || ids.isEmpty() ? Map.of() : read(type, ids);
    }

    @Override
    public Map<UUID, Principal> of(Set<UUID> ids) {
        Map<UUID, Principal> found = new HashMap<>();
        if (!ids.isEmpty()) {
            types.values().forEach(type -> found.putAll(read(type, ids)));
        }
        return found;
    }

    @Override
    public Set<UUID> including(UUID person) {
        return organisations.current().principals(person);
    }

    @Override
    public Set<UUID> people(UUID principal) {
        return organisations.current().meant(principal);
    }

    private Map<UUID, Principal> read(ObjectType type, Collection<UUID> ids) {
        var name = Tables.words("t", type.title());
        return sql.select(ID, name)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.alive("t"))
                .and(ID.eq(any(ids.toArray(UUID[]::new))))
                .fetchMap(ID, row -> new Principal(type.name(), row.value1(), row.value2()));
    }

    @Override
    public Map<UUID, Known> known(Set<UUID> ids) {
        Map<UUID, Known> known = new HashMap<>();
        if (!ids.isEmpty()) {
            types.values().forEach(type -> known.putAll(sql.select(ID, called(type))
                    .from(Tables.of(type, "t"))
                    .where(Tables.ofTenant("t"))
                    .and(Tables.alive("t"))
                    .and(ID.eq(any(ids.toArray(UUID[]::new))))
                    .fetchMap(ID, row -> new Known(type.name(), row.value2()))));
        }
        return known;
    }

    @Override
    public List<UUID> named(String kind, String name) {
        ObjectType type = types.get(kind);
        return type == null ? List.of() : sql.select(ID)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.alive("t"))
                .and(called(type).eq(name))
                .limit(2)
                .fetch(ID);
    }

    private static Field<String> called(ObjectType type) {
        return type.equals(User.USER) ? Tables.text("t", "login") : Tables.words("t", type.title());
    }
}
