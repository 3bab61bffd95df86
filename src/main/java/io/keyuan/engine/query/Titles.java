package io.keyuan.engine.query;

import static org.jooq.impl.DSL.noCondition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.RecordChanges;
import io.keyuan.engine.Ref;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.Right;
import io.keyuan.engine.Row;
import io.keyuan.engine.sql.Tables;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Puts titles to references, with one query for each object pointed to. Names of people stand in every list, so they are
 * remembered for a few seconds; a record the reader may not see has no title.
 */
@Component
public class Titles {

    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MOST = 50_000;

    private final DSLContext sql;
    private final ObjectTypes types;
    private final VisibilityCondition visibility;
    private final Cache<Person, String> people = Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    Titles(DSLContext sql, ObjectTypes types, VisibilityCondition visibility, RecordChanges changes) {
        this.sql = sql;
        this.types = types;
        this.visibility = visibility;
        changes.listen(this::forget, people::invalidateAll);
    }

    private void forget(RecordChanges.Change change) {
        if (change.type().can(Capability.PEOPLE)) {
            people.asMap().keySet().removeIf(person -> person.tenant().equals(change.tenant()));
        }
    }

    /** Replaces every reference in the rows by one with its title. */
    public void fill(Collection<Row> rows) {
        Map<ObjectType, Set<UUID>> wanted = new HashMap<>();
        rows.forEach(row -> references(row, (target, at, ref) -> wanted.computeIfAbsent(target, any -> new HashSet<>()).add(ref.requireId())));
        Map<ObjectType, Map<UUID, String>> titles = new HashMap<>();
        wanted.forEach((target, ids) -> titles.put(target, of(target, ids)));
        rows.forEach(row -> references(row, (target, at, ref) ->
                row.values()[at] = ref.titled(Objects.requireNonNull(titles.get(target)).get(ref.requireId()))));
    }

    private void references(Row row, Found found) {
        for (int i = 0; i < row.values().length; i++) {
            Attribute<?> attribute = row.attributes().get(i);
            if (attribute.type() instanceof ReferenceType && row.values()[i] instanceof Ref ref) {
                found.at(Objects.requireNonNull(types.target(attribute)), i, ref);
            }
        }
    }

    /** @return the titles of those of these records that the caller may see */
    public Map<UUID, String> of(ObjectType type, Set<UUID> ids) {
        if (!type.can(Capability.PEOPLE)) {
            return read(type, ids);
        }
        UUID tenant = Caller.current().tenant();
        Map<UUID, String> titles = new HashMap<>();
        Set<UUID> missing = new HashSet<>();
        for (UUID id : ids) {
            String known = people.getIfPresent(new Person(tenant, id));
            if (known == null) {
                missing.add(id);
            } else {
                titles.put(id, known);
            }
        }
        if (!missing.isEmpty()) {
            read(type, missing).forEach((id, title) -> {
                people.put(new Person(tenant, id), title);
                titles.put(id, title);
            });
        }
        return titles;
    }

    private Map<UUID, String> read(ObjectType type, Set<UUID> ids) {
        var title = Tables.words("t", type.title());
        return sql.select(Tables.uuid("t", "id"), title)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.among(Tables.uuid("t", "id"), ids.toArray(UUID[]::new)))
                // What colleagues are called everybody knows.
                .and(type.can(Capability.PEOPLE) ? noCondition() : visibility.of(Right.READ, type, "t"))
                .fetchMap(Tables.uuid("t", "id"), title);
    }

    private record Person(UUID tenant, UUID id) {}

    /** Where a reference stands in a row. */
    private interface Found {
        void at(ObjectType target, int index, Ref ref);
    }
}
