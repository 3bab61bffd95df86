package io.keyuan.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.keyuan.engine.Caller;
import io.keyuan.identity.table.People;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Who works for whom, as known within the last few seconds. */
@Component
public class Teams {

    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final int TENANTS_AT_MOST = 1_000;

    private final DSLContext sql;
    private final Cache<UUID, Map<UUID, List<UUID>>> reports =
            Caffeine.newBuilder().maximumSize(TENANTS_AT_MOST).expireAfterWrite(REMEMBERED).build();

    Teams(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * The people below a manager of the current caller's tenant, at any depth, without the manager; also where managers
     * were entered in a circle.
     */
    public Set<UUID> team(UUID person) {
        Map<UUID, List<UUID>> reportsOf = reports.get(Caller.current().tenant(), this::load);
        Set<UUID> team = new HashSet<>();
        Deque<UUID> managers = new ArrayDeque<>(List.of(person));
        while (!managers.isEmpty()) {
            reportsOf.getOrDefault(managers.pop(), List.of()).stream().filter(team::add).forEach(managers::push);
        }
        team.remove(person);
        return Set.copyOf(team);
    }

    private Map<UUID, List<UUID>> load(UUID tenant) {
        return sql.select(People.MANAGER, People.ID)
                .from(People.PERSON)
                .where(People.TENANT.eq(tenant), People.MANAGER.isNotNull(), People.alive())
                .fetchGroups(People.MANAGER, People.ID);
    }
}
