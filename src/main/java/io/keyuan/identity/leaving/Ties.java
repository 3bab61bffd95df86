package io.keyuan.identity.leaving;

import static io.keyuan.identity.Absence.ABSENCE;
import static io.keyuan.identity.Department.DEPARTMENT;
import static io.keyuan.identity.Team.TEAM;
import static io.keyuan.identity.User.USER;

import io.keyuan.engine.TenantSettings;
import io.keyuan.engine.sql.IndexedValues;
import io.keyuan.engine.sql.Tables;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds who reports to somebody, what they lead and for whom they stand in, from today on. */
@Component
class Ties {

    static final Tie REPORTS = new Tie("reports", USER.manager);
    static final Tie STAND_INS = new Tie("standIns", ABSENCE.standIn);
    static final List<Tie> ALL =
            List.of(REPORTS, new Tie("departments", DEPARTMENT.manager), new Tie("teams", TEAM.leader), STAND_INS);

    private static final Field<UUID> ID = Tables.uuid("t", "id");
    private static final int HIGHEST = 100;

    private final DSLContext sql;
    private final TenantSettings settings;

    Ties(DSLContext sql, TenantSettings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    int count(Tie tie, UUID person) {
        return sql.fetchCount(Tables.of(tie.type(), "t"), of(tie, person));
    }

    List<UUID> page(Tie tie, UUID person, @Nullable UUID after, int limit) {
        return sql.select(ID)
                .from(Tables.of(tie.type(), "t"))
                .where(of(tie, person))
                .and(after == null ? DSL.noCondition() : ID.gt(after))
                .orderBy(ID)
                .limit(limit)
                .fetch(ID);
    }

    private Condition of(Tie tie, UUID person) {
        Condition of = Tables.ofTenant("t")
                .and(Tables.alive("t"))
                .and(IndexedValues.pointsTo("t", tie.attribute(), new UUID[] {person}));
        boolean passes = tie.type().equals(ABSENCE);
        return passes ? of.and(Tables.date("t", "last_day").ge(LocalDate.now(settings.zone()))) : of;
    }

    @Nullable UUID manager(UUID person) {
        return sql.select(Tables.uuid("t", "manager_id"))
                .from(Tables.of(USER, "t"))
                .where(Tables.ofTenant("t"))
                .and(ID.eq(person))
                .fetchOne(Tables.uuid("t", "manager_id"));
    }

    /** A person and everybody above them, one query for each level. */
    Set<UUID> lineOf(UUID person) {
        Set<UUID> line = new HashSet<>();
        UUID at = person;
        while (at != null && line.add(at) && line.size() < HIGHEST) {
            at = manager(at);
        }
        return line;
    }
}
