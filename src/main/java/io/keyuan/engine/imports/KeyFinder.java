package io.keyuan.engine.imports;

import static org.jooq.impl.DSL.any;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.BadValue;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.pipeline.Coercions;
import io.keyuan.engine.query.Reader;
import io.keyuan.engine.sql.Tables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the records that rows are about, by their keys. */
@Component
class KeyFinder {

    private final DSLContext sql;
    private final RecordFinder finder;
    private final Coercions coercions;

    KeyFinder(DSLContext sql, RecordFinder finder, Coercions coercions) {
        this.sql = sql;
        this.finder = finder;
        this.coercions = coercions;
    }

    /** @return empty where the row does not say all of it; what is wrong with the key is told to the candidate */
    Optional<List<Object>> key(Plan plan, Candidate candidate) {
        List<Object> key = new ArrayList<>();
        for (Attribute<?> attribute : plan.key()) {
            Object json = candidate.input().get(attribute.name());
            Object value = json == null ? null : value(attribute, json, candidate);
            if (value == null) {
                return Optional.empty();
            }
            key.add(value);
        }
        return Optional.of(key);
    }

    private @Nullable Object value(Attribute<?> attribute, Object json, Candidate candidate) {
        try {
            return comparable(attribute.type().coerce(json, coercions.of(attribute)));
        } catch (BadValue bad) {
            candidate.reject(new Fault(attribute.name(), bad.code(), bad.args()));
            return null;
        }
    }

    /** 5.0 is 5.00. */
    private static Object comparable(Object value) {
        return value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value;
    }

    /** @return the records by their keys: several where a key is no key */
    Map<List<Object>, Set<UUID>> find(Plan plan, Collection<List<Object>> keys) {
        Map<List<Object>, Set<UUID>> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        ObjectType type = plan.type();
        List<Attribute<?>> read = new ArrayList<>(List.of(type.id));
        plan.key().stream().filter(attribute -> !attribute.equals(type.id)).forEach(read::add);
        Reader reader = new Reader(type, read);
        var query = sql.select(reader.fields("t")).from(Tables.of(type, "t")).where(finder.seen(type)).and(indexed(plan, keys));
        reader.fetch(query).forEach(row -> {
            List<Object> key = new ArrayList<>();
            plan.key().forEach(attribute -> key.add(comparable(Objects.requireNonNullElse(row.get(attribute), ""))));
            found.computeIfAbsent(key, any -> new HashSet<>()).add(Objects.requireNonNull(row.get(type.id)));
        });
        return found;
    }

    private static Condition indexed(Plan plan, Collection<List<Object>> keys) {
        ObjectType type = plan.type();
        int at = 0;
        while (!KeyOfPlan.isFound(type, plan.key().get(at))) {
            at++;
        }
        int index = at;
        List<Object> values = keys.stream().map(key -> key.get(index)).distinct().toList();
        if (plan.key().get(index).equals(type.id)) {
            return Tables.uuid("t", "id").eq(any(values.toArray(UUID[]::new)));
        }
        return RecordFinder.among(type, plan.key().get(index), values.stream().map(String::valueOf).toList());
    }
}
