package io.keyuan.engine.expression;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.People;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.sql.Tables;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/**
 * Teams by the attribute of people that points to a person, with one query for each level of managers; a circle, as a wrong
 * import makes it, ends where it began.
 */
@Component
class ReportingLine implements People {

    private final ObjectTypes types;
    private final DSLContext database;

    ReportingLine(ObjectTypes types, DSLContext database) {
        this.types = types;
        this.database = database;
    }

    @Override
    public Set<UUID> team(UUID person) {
        Set<UUID> found = new HashSet<>(Set.of(person));
        Set<UUID> level = Set.of(person);
        while (!level.isEmpty()) {
            level = reportingTo(level);
            level.removeAll(found);
            found.addAll(level);
        }
        found.remove(person);
        return found;
    }

    private Set<UUID> reportingTo(Set<UUID> managers) {
        ObjectType people = types.people();
        return database.select(Tables.uuid("p", "id"))
                .from(Tables.of(people, "p"))
                .where(Tables.ofTenant("p"), manager(people).in(managers), Tables.alive("p"))
                .fetchSet(Tables.uuid("p", "id"));
    }

    @SuppressWarnings("unchecked")
    private Field<UUID> manager(ObjectType people) {
        Attribute<?> manager = people.attributes().stream()
                .filter(attribute -> !attribute.isSystem() && attribute.type() instanceof ReferenceType)
                .filter(attribute -> people.equals(types.target(attribute)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("people have no manager"));
        return (Field<UUID>) Tables.column("p", manager);
    }
}
