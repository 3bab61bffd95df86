package io.keyuan.identity.access;

import io.keyuan.engine.Caller;
import io.keyuan.engine.KnownOfTenant;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.RecordChanges;
import io.keyuan.engine.sql.Tables;
import io.keyuan.identity.Absence;
import io.keyuan.identity.Department;
import io.keyuan.identity.Membership;
import io.keyuan.identity.Team;
import io.keyuan.identity.TeamMember;
import io.keyuan.identity.User;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The organisation of the caller's company, remembered until somebody changes it. */
@Component
class Organisations {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Set<ObjectType> TOLD = Set.of(
            User.USER, Department.DEPARTMENT, Membership.MEMBERSHIP, Team.TEAM, TeamMember.TEAM_MEMBER, Absence.ABSENCE);

    private final DSLContext sql;
    private final KnownOfTenant<Organisation> known = new KnownOfTenant<>(KEPT);

    Organisations(DSLContext sql, RecordChanges changes) {
        this.sql = sql;
        changes.listen(this::hear, known::forgetAll);
    }

    private void hear(RecordChanges.Change change) {
        if (TOLD.contains(change.type())) {
            known.forget(change.tenant());
        }
    }

    Organisation current() {
        return known.get(Caller.current().tenant(), this::read);
    }

    private Organisation read() {
        return new Organisation(members(), departments(), pairs(TeamMember.TEAM_MEMBER, "person_id", "team_id"), away());
    }

    private List<Organisation.Member> members() {
        var id = Tables.uuid("p", "id");
        var manager = Tables.uuid("p", "manager_id");
        var department = Tables.uuid("p", "department_id");
        Map<UUID, Set<UUID>> further = pairs(Membership.MEMBERSHIP, "person_id", "department_id");
        List<Organisation.Member> members = new ArrayList<>();
        // Whoever was deleted may still own records that their manager sees.
        sql.select(id, manager, department).from(Tables.of(User.USER, "p")).where(Tables.ofTenant("p")).forEach(row -> {
            Set<UUID> departments = new HashSet<>(further.getOrDefault(row.value1(), Set.of()));
            if (row.value3() != null) {
                departments.add(row.value3());
            }
            members.add(new Organisation.Member(row.value1(), row.value2(), departments));
        });
        return members;
    }

    private Map<UUID, Set<UUID>> pairs(ObjectType type, String of, String value) {
        Map<UUID, Set<UUID>> pairs = new HashMap<>();
        sql.select(Tables.uuid("m", of), Tables.uuid("m", value))
                .from(Tables.of(type, "m"))
                .where(Tables.ofTenant("m"))
                .and(Tables.alive("m"))
                .forEach(row -> pairs.computeIfAbsent(row.value1(), any -> new HashSet<>()).add(row.value2()));
        return pairs;
    }

    /** Those that last, or are to come. */
    private List<Organisation.Away> away() {
        return sql.select(Tables.uuid("a", "person_id"), Tables.date("a", "first_day"), Tables.date("a", "last_day"), Tables.uuid("a", "stand_in_id"))
                .from(Tables.of(Absence.ABSENCE, "a"))
                .where(Tables.ofTenant("a"))
                .and(Tables.alive("a"))
                .and(Tables.date("a", "last_day").ge(LocalDate.now(ZoneOffset.UTC).minusDays(1)))
                .fetch(row -> new Organisation.Away(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    private Map<UUID, UUID> departments() {
        var id = Tables.uuid("d", "id");
        var parent = Tables.uuid("d", "parent_id");
        Map<UUID, UUID> above = new HashMap<>();
        sql.select(id, parent)
                .from(Tables.of(Department.DEPARTMENT, "d"))
                .where(Tables.ofTenant("d"))
                .and(Tables.alive("d"))
                .and(parent.isNotNull())
                .forEach(row -> above.put(row.value1(), row.value2()));
        return above;
    }
}
