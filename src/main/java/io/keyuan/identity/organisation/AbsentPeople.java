package io.keyuan.identity.organisation;

import static io.keyuan.identity.Absence.ABSENCE;

import io.keyuan.engine.sql.Tables;
import io.keyuan.identity.StandIns;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** {@link StandIns} from what people have written down; one query, however long the line of stand-ins. */
@Component
class AbsentPeople implements StandIns {

    private static final Field<UUID> PERSON = Tables.uuid("a", "person_id");
    private static final Field<UUID> STAND_IN = Tables.uuid("a", "stand_in_id");

    private final DSLContext sql;

    AbsentPeople(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Map<UUID, Optional<UUID>> away(LocalDate day) {
        Map<UUID, Optional<UUID>> away = new HashMap<>();
        sql.select(PERSON, STAND_IN)
                .from(Tables.of(ABSENCE, "a"))
                .where(Tables.ofTenant("a"))
                .and(Tables.alive("a"))
                .and(Tables.date("a", "first_day").le(day))
                .and(Tables.date("a", "last_day").ge(day))
                .forEach(row -> away.put(row.value1(), Optional.ofNullable(row.value2())));
        return away;
    }

    @Override
    public Optional<UUID> present(UUID person, LocalDate day) {
        return present(person, away(day));
    }

    static Optional<UUID> present(UUID person, Map<UUID, Optional<UUID>> away) {
        Set<UUID> asked = new HashSet<>();
        Optional<UUID> next = Optional.of(person);
        while (next.isPresent() && away.containsKey(next.get())) {
            next = asked.add(next.get()) ? away.getOrDefault(next.get(), Optional.empty()) : Optional.empty();
        }
        return next;
    }
}
