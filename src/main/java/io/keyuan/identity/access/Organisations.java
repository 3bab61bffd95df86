package io.keyuan.identity.access;

import static org.jooq.impl.DSL.noCondition;

import io.keyuan.engine.Caller;
import io.keyuan.engine.KnownOfTenant;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.RecordChanges;
import io.keyuan.engine.sql.Tables;
import io.keyuan.identity.Department;
import io.keyuan.identity.User;
import java.time.Duration;
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
    private static final Set<ObjectType> TOLD = Set.of(User.USER, Department.DEPARTMENT);

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
        return new Organisation(members(), departments(), Map.of(), List.of());
    }

    private List<Organisation.Member> members() {
        var id = Tables.uuid("p", "id");
        var manager = Tables.uuid("p", "manager_id");
        var department = Tables.uuid("p", "department_id");
        List<Organisation.Member> members = new ArrayList<>();
        sql.select(id, manager, department)
                .from(Tables.of(User.USER, "p"))
                .where(Tables.ofTenant("p"))
                .and(noCondition())
                .forEach(row -> {
                    Set<UUID> departments = new HashSet<>();
                    if (row.value3() != null) {
                        departments.add(row.value3());
                    }
                    members.add(new Organisation.Member(row.value1(), row.value2(), departments));
                });
        return members;
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
