package io.keyuan.engine.live;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.VisibilityCondition;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells each window which records have changed of those its person may see. People who see the same share a
 * query; who sees what is asked anew each time, since it may have changed as well.
 */
@Component
class LiveChanges {

    /** Of more records at once nobody wants to know which. */
    private static final int NAMED = 100;
    /** And of more than so many nobody looks at the rest. */
    static final int LOOKED_AT = 5_000;

    private final DSLContext sql;
    private final VisibilityCondition visibility;
    private final ObjectTypes types;
    private final Access access;
    private final JsonMapper json;

    LiveChanges(DSLContext sql, VisibilityCondition visibility, ObjectTypes types, Access access, JsonMapper json) {
        this.sql = sql;
        this.visibility = visibility;
        this.types = types;
        this.access = access;
        this.json = json;
    }

    /**
     * @param by who changed it last; null where that was nobody, such as the program itself
     * @param of the records it points to, so that whoever looks at one of those knows that it is concerned
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Seen(UUID id, long version, @Nullable UUID by, List<UUID> of) {}

    /** What decides what a window is told: which records its person sees, and which of their references they read. */
    private record Sight(Condition records, List<Attribute<?>> references) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Told(String object, @Nullable List<Seen> records, @Nullable Boolean many) {}

    /** @param changed in one tenant, to which all readers belong */
    void tell(Map<ObjectType, Set<UUID>> changed, Collection<LiveReader> readers) {
        Map<Caller, List<LiveReader>> byCaller = byCaller(readers);
        if (byCaller.isEmpty()) {
            return;
        }
        Map<Caller, List<Told>> news = new HashMap<>();
        changed.forEach((type, ids) -> seen(type, ids, byCaller.keySet())
                .forEach((caller, told) -> news.computeIfAbsent(caller, any -> new ArrayList<>()).add(told)));
        news.forEach((caller, told) -> {
            String event = json.writeValueAsString(Map.of("changes", told));
            byCaller.getOrDefault(caller, List.of()).forEach(reader -> reader.changed(event));
        });
    }

    /** Those whose session has ended are told nothing; their streams end of themselves. */
    private static Map<Caller, List<LiveReader>> byCaller(Collection<LiveReader> readers) {
        Map<Caller, List<LiveReader>> byCaller = new HashMap<>();
        for (LiveReader reader : readers) {
            Caller caller = reader.caller();
            if (caller != null) {
                byCaller.computeIfAbsent(caller, any -> new ArrayList<>()).add(reader);
            }
        }
        return byCaller;
    }

    /** What is to be told, to those who see something of it. */
    private Map<Caller, Told> seen(ObjectType type, Set<UUID> ids, Collection<Caller> callers) {
        Map<Sight, List<Caller>> bySight = callers.stream().collect(Collectors.groupingBy(caller -> as(caller, () -> sight(type))));
        Map<Caller, Told> seen = new HashMap<>();
        bySight.forEach((sight, alike) -> {
            List<Seen> records = as(alike.getFirst(), () -> records(type, ids, sight));
            if (!records.isEmpty()) {
                Told told = told(type, ids.size() > NAMED, records);
                alike.forEach(caller -> seen.put(caller, told));
            }
        });
        return seen;
    }

    private Sight sight(ObjectType type) {
        List<Attribute<?>> references = type.attributes().stream()
                .filter(attribute -> attribute.type() instanceof ReferenceType && !attribute.isSystem())
                .filter(attribute -> !types.people().equals(types.target(attribute)) && access.mayRead(attribute))
                .<Attribute<?>>map(attribute -> attribute)
                .toList();
        return new Sight(visibility.of(Right.READ, type, "t"), references);
    }

    private static Told told(ObjectType type, boolean many, List<Seen> records) {
        return new Told(type.path(), many ? null : records, many ? true : null);
    }

    /** Those within sight as they are now; of very many the first will do. */
    private List<Seen> records(ObjectType type, Set<UUID> ids, Sight sight) {
        boolean many = ids.size() > NAMED;
        UUID[] some = ids.stream().limit(LOOKED_AT).toArray(UUID[]::new);
        Field<UUID> id = Tables.uuid("t", "id");
        Field<Long> version = Tables.number("t", "version");
        Field<UUID> by = coalesce(Tables.uuid("t", "deleted_by"), Tables.uuid("t", "updated_by"));
        List<Field<UUID>> of = sight.references().stream().map(each -> Tables.reference("t", each)).toList();
        return sql.select(id, version, by)
                .select(of)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(id.eq(any(some)))
                .and(sight.records())
                .limit(many ? 1 : NAMED)
                .fetch(row -> new Seen(row.get(id), row.get(version), row.get(by), of.stream().map(row::get).filter(Objects::nonNull).distinct().toList()));
    }

    private static <T> T as(Caller caller, Callable<T> work) {
        try {
            return caller.call(work);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
