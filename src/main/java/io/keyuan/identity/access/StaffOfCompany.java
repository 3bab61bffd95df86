package io.keyuan.identity.access;

import static io.keyuan.identity.Department.DEPARTMENT;
import static io.keyuan.identity.Membership.MEMBERSHIP;
import static io.keyuan.identity.Team.TEAM;
import static io.keyuan.identity.TeamMember.TEAM_MEMBER;
import static io.keyuan.identity.User.USER;
import static org.jooq.impl.DSL.any;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Staff;
import io.keyuan.engine.TenantSettings;
import io.keyuan.engine.sql.Tables;
import io.keyuan.identity.Absentees;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** People as records are given to them: not those whose account is disabled; departments and teams as groups of them. */
@Component
class StaffOfCompany implements Staff {

    private static final String DISABLED = "disabled";

    /** As the database sorts them: who was made first comes first. */
    private static final Comparator<UUID> UNSIGNED = Comparator.comparing(UUID::toString);

    private static final Field<UUID> PERSON = Tables.uuid("t", "id");

    private final DSLContext sql;
    private final Organisations organisations;
    private final TenantSettings settings;

    StaffOfCompany(DSLContext sql, Organisations organisations, TenantSettings settings) {
        this.sql = sql;
        this.organisations = organisations;
        this.settings = settings;
    }

    @Override
    public Set<UUID> there(Collection<UUID> people) {
        return people.isEmpty() ? Set.of() : sql.select(PERSON)
                .from(Tables.of(USER, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.alive("t"))
                .and(PERSON.eq(any(people.toArray(UUID[]::new))))
                .and(Tables.column("t", USER.account).cast(String.class).ne(DISABLED))
                .fetchSet(PERSON);
    }

    @Override
    public Map<UUID, UUID> takers(Collection<UUID> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        Absentees away = organisations.current().away(LocalDate.now(settings.zone()));
        Map<UUID, UUID> takers = new HashMap<>();
        people.forEach(person -> away.present(person).ifPresent(taker -> takers.put(person, taker)));
        Set<UUID> asked = new HashSet<>(people);
        asked.addAll(takers.values());
        Set<UUID> there = there(asked);
        takers.entrySet().removeIf(each -> !there.contains(each.getKey()) || !there.contains(each.getValue()));
        return takers;
    }

    @Override
    public List<ObjectType> groups() {
        return List.of(DEPARTMENT, TEAM);
    }

    @Override
    public List<UUID> members(ObjectType group, UUID id) {
        Set<UUID> members = new TreeSet<>(UNSIGNED);
        if (group.equals(TEAM)) {
            members.addAll(of(TEAM_MEMBER, TEAM_MEMBER.person, TEAM_MEMBER.team, Set.of(id)));
        } else {
            Set<UUID> departments = organisations.current().withBelow(Set.of(id));
            members.addAll(sql.select(PERSON).from(Tables.of(USER, "t")).where(in(USER.department, departments)).fetch(PERSON));
            members.addAll(of(MEMBERSHIP, MEMBERSHIP.person, MEMBERSHIP.department, departments));
        }
        return List.copyOf(members);
    }

    private List<UUID> of(ObjectType type, Attribute<Ref> person, Attribute<Ref> group, Set<UUID> groups) {
        Field<UUID> member = Tables.reference("t", person);
        return sql.select(member).from(Tables.of(type, "t")).where(in(group, groups)).fetch(member);
    }

    private static Condition in(Attribute<Ref> group, Set<UUID> groups) {
        return Tables.ofTenant("t")
                .and(Tables.alive("t"))
                .and(Tables.reference("t", group).eq(any(groups.toArray(UUID[]::new))));
    }
}
