package io.keyuan.identity.access;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.keyuan.engine.sql.Tables;
import io.keyuan.identity.User;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** How many people have which role. */
@Component
class RoleHolders {

    private final DSLContext sql;
    private final RoleStore store;

    RoleHolders(DSLContext sql, RoleStore store) {
        this.sql = sql;
        this.store = store;
    }

    /** By role; whoever was given none has the initial one, but administrators have none beside theirs unless they were given one. */
    Map<UUID, Integer> howMany() {
        var role = Tables.uuid("r", "role_id");
        Map<UUID, Integer> people = new HashMap<>(sql.select(role, count())
                .from(Tables.of(RoleTable.OF_PEOPLE, "r"))
                .join(Tables.of(User.USER, "p")).on(isPersons())
                .where(Tables.ofTenant("r"))
                .and(Tables.ofTenant("p"))
                .and(Tables.alive("p"))
                .groupBy(role)
                .fetchMap(role, count()));
        people.merge(initial(), withoutRole(), Integer::sum);
        return people;
    }

    private int withoutRole() {
        var given = selectOne().from(Tables.of(RoleTable.OF_PEOPLE, "r")).where(Tables.ofTenant("r")).and(isPersons());
        return sql.fetchCount(
                Tables.of(User.USER, "p"), Tables.ofTenant("p"), Tables.alive("p"), isAdministrator().not(), notExists(given));
    }

    private static Condition isPersons() {
        return Tables.uuid("r", "person_id").eq(Tables.uuid("p", "id"));
    }

    /** How many may everything. */
    int administrators() {
        return sql.fetchCount(Tables.of(User.USER, "p"), Tables.ofTenant("p"), Tables.alive("p"), isAdministrator());
    }

    private static Condition isAdministrator() {
        return Tables.column("p", User.USER.administrator).cast(Boolean.class).isTrue();
    }

    private UUID initial() {
        return store.all().values().stream()
                .filter(Role::initial)
                .map(Role::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no role is the initial one"));
    }
}
