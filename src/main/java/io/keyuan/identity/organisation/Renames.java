package io.keyuan.identity.organisation;

import static io.keyuan.identity.Absence.ABSENCE;
import static io.keyuan.identity.Department.DEPARTMENT;
import static io.keyuan.identity.Membership.MEMBERSHIP;
import static io.keyuan.identity.TeamMember.TEAM_MEMBER;
import static io.keyuan.identity.User.USER;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Records;
import io.keyuan.engine.Ref;
import io.keyuan.engine.sql.Tables;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Rows that are known by the name of a department or a person follow it when it changes. */
@Component
public final class Renames {

    private final DSLContext sql;
    private final ObjectProvider<Records> records;

    Renames(DSLContext sql, ObjectProvider<Records> records) {
        this.sql = sql;
        this.records = records;
    }

    /** After they are written. */
    public void ofPeople(Batch batch) {
        follow(batch, USER.name, TEAM_MEMBER.person, TEAM_MEMBER.name);
        follow(batch, USER.name, ABSENCE.person, ABSENCE.name);
    }

    void ofDepartments(Batch batch) {
        follow(batch, DEPARTMENT.name, MEMBERSHIP.department, MEMBERSHIP.name);
    }

    private void follow(Batch batch, Attribute<String> name, Attribute<Ref> reference, Attribute<String> copy) {
        Map<UUID, String> renamed = batch.live(Draft.Action.UPDATE)
                .where(draft -> draft.changed(name))
                .stream()
                .collect(Collectors.toMap(Draft::id, draft -> String.valueOf(draft.get(name))));
        if (renamed.isEmpty()) {
            return;
        }
        var to = Tables.reference("t", reference);
        List<Draft> drafts = sql.select(Tables.uuid("t", "id"), to)
                .from(Tables.of(reference.object(), "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.alive("t"))
                .and(Tables.among(to, renamed.keySet().toArray(UUID[]::new)))
                .fetch(row -> Draft.update(reference.object(), row.value1(), null, Map.of()).set(copy, renamed.get(row.value2())));
        if (!drafts.isEmpty()) {
            // Whoever may rename a person may perhaps not change teams: the name there stays as it was.
            records.getObject().saveEach(new Batch(reference.object(), drafts));
        }
    }
}
