package io.keyuan.engine.merge;

import static org.jooq.impl.DSL.currentOffsetDateTime;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Principals;
import io.keyuan.engine.Sight;
import io.keyuan.engine.query.Titles;
import io.keyuan.engine.sql.GrantConditions;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/**
 * Whom a merge takes something out of sight, and whom it shows more: by each one's own rights. Asked are those with a part in the records, and of a
 * small company everybody.
 */
@Component
class Onlookers {

    /** People who are asked about beside those with a part in the records. */
    private static final int MOST = 300;

    /** More names nobody reads. */
    private static final int NAMED = 20;

    private static final Field<UUID> PERSON = Tables.uuid("p", "id");
    private static final Field<UUID> PRINCIPAL = Tables.uuid("g", "principal_id");

    private final DSLContext sql;
    private final ObjectTypes types;
    private final Sight sight;
    private final Principals principals;
    private final Titles titles;

    Onlookers(DSLContext sql, ObjectTypes types, Sight sight, Principals principals, Titles titles) {
        this.sql = sql;
        this.types = types;
        this.sight = sight;
        this.principals = principals;
        this.titles = titles;
    }

    /** Some people. */
    record Group(List<Map<String, String>> people, int more) {}

    /**
     * What changes for whom.
     *
     * @param losing those who see one of the records that go, and will not see the one that stays
     * @param gaining those who see the one that stays, and with it what they could not see before
     */
    record Change(Group losing, Group gaining) {}

    /** @param owners to whom the records belong */
    Change of(ObjectType type, MergeOrder order, Set<UUID> owners) {
        Set<UUID> asked = new LinkedHashSet<>(owners);
        asked.addAll(sql.select(PERSON).from(Tables.of(types.people(), "p")).where(Tables.ofTenant("p")).and(Tables.alive("p")).orderBy(PERSON).limit(MOST).fetch(PERSON));
        Map<UUID, Set<UUID>> questions = new LinkedHashMap<>();
        asked.forEach(person -> questions.put(person, Set.copyOf(order.all())));
        Map<UUID, Set<UUID>> seen = sight.of(type, questions);
        List<UUID> blind = new ArrayList<>();
        List<UUID> gaining = new ArrayList<>();
        seen.forEach((person, records) -> {
            if (!records.contains(order.into())) {
                blind.add(person);
            } else if (!records.containsAll(order.from())) {
                gaining.add(person);
            }
        });
        List<UUID> losing = withoutGiven(order, blind);
        List<UUID> given = new ArrayList<>(blind);
        given.removeAll(losing);
        gaining.addAll(given.stream().filter(person -> !seen.getOrDefault(person, Set.of()).containsAll(order.from())).toList());
        return new Change(group(losing), group(gaining));
    }

    /** What was given of those that go comes along. */
    private List<UUID> withoutGiven(MergeOrder order, List<UUID> blind) {
        Set<UUID> given = new HashSet<>();
        if (!blind.isEmpty()) {
            given.addAll(sql.select(PRINCIPAL)
                    .from(Tables.of(GrantConditions.TABLE, "g"))
                    .where(Tables.ofTenant("g"))
                    .and(Tables.among(Tables.uuid("g", "record_id"), order.from().toArray(UUID[]::new)))
                    .and(Tables.time("g", "until").isNull().or(Tables.time("g", "until").gt(currentOffsetDateTime())))
                    .fetch(PRINCIPAL));
        }
        Set<UUID> people = new HashSet<>();
        given.forEach(principal -> people.addAll(principals.people(principal)));
        return blind.stream().filter(person -> !people.contains(person)).toList();
    }

    private Group group(Collection<UUID> people) {
        List<UUID> named = people.stream().limit(NAMED).toList();
        Map<UUID, String> names = named.isEmpty() ? Map.of() : titles.of(types.people(), Set.copyOf(named));
        return new Group(
                named.stream().map(person -> Map.of("id", person.toString(), "title", names.getOrDefault(person, ""))).toList(),
                people.size() - named.size());
    }
}
