package io.keyuan.engine.merge;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Page;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Query;
import io.keyuan.engine.Records;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Right;
import io.keyuan.engine.Row;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.query.RowJson;
import io.keyuan.engine.web.FaultWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows what would become of records if they were made one, as far as the reader may see it; nothing is written. */
@Component
class MergePreviews {

    /** More is told as so many and more. */
    private static final int MOST_COUNTED = 1_000;

    private final Records records;
    private final RecordsToMerge rows;
    private final MergedValues values;
    private final Pointers pointers;
    private final Told told;
    private final MergeWork work;
    private final FaultWords words;
    private final TransactionTemplate transaction;

    MergePreviews(
            Records records, RecordsToMerge rows, MergedValues values, Pointers pointers, Told told, MergeWork work, FaultWords words,
            TransactionTemplate transaction) {
        this.records = records;
        this.rows = rows;
        this.values = values;
        this.pointers = pointers;
        this.told = told;
        this.work = work;
        this.words = words;
        this.transaction = transaction;
    }

    /** What stands beside the records and decides what is told. */
    @Component
    record Told(Access access, Conditions conditions, CameAlong belongings, Onlookers onlookers) {}

    /** One of the records. */
    record Shown(UUID id, String title, @Nullable Object owner, long version) {}

    /**
     * What becomes of one attribute.
     *
     * @param values by the ids of records, of those that have one
     * @param differs whether they have not all the same
     * @param from whose is taken; {@code all} for that of all together, null where nobody has one
     * @param choosable whether the caller may say otherwise
     * @param together whether all can be taken together
     */
    record Valued(
            String attribute, Map<String, Object> values, boolean differs, @Nullable String from, @Nullable Object result, boolean choosable,
            boolean together) {}

    /**
     * How many records point to those that go by one reference.
     *
     * @param counts by the ids of those, as far as the caller sees the records that point there
     * @param hidden how many more there are
     * @param more whether there are more than were counted
     */
    record Related(String object, String attribute, Map<String, Integer> counts, int hidden, boolean more) {}

    /** What is in the way. */
    record Obstacle(@Nullable String record, String code, String message) {}

    /** All of it. */
    record Preview(
            UUID into, List<Shown> records, List<Valued> attributes, List<Related> related, Map<String, Map<UUID, Integer>> belongings,
            List<Obstacle> obstacles, Onlookers.Change sight) {}

    Preview of(ObjectType type, MergeOrder order) {
        Map<UUID, Row> visible = visible(type, order);
        Map<UUID, Row> whole = rows.read(type, order.all());
        return new Preview(
                order.into(), shown(type, order, visible), attributes(type, order, visible, whole), related(type, order),
                told.belongings().count(type, order.others()), obstacles(type, order),
                told.onlookers().of(type, order, owners(type, whole)));
    }

    /** @throws Problem where one of them is not there for the caller */
    private Map<UUID, Row> visible(ObjectType type, MergeOrder order) {
        String ids = order.all().stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        Page page = records.list(new Query(type, "id in [" + ids + "]", List.of(), MergeOrders.MOST + 1, null, List.of(), Query.Count.NONE, false, null));
        Map<UUID, Row> found = new LinkedHashMap<>();
        page.rows().forEach(row -> found.put(Objects.requireNonNull(row.get(type.id)), row));
        for (UUID id : order.all()) {
            if (!found.containsKey(id)) {
                throw new Problem(ProblemKind.NOT_FOUND, List.of(), Map.of("record", id.toString()));
            }
        }
        return found;
    }

    private static List<Shown> shown(ObjectType type, MergeOrder order, Map<UUID, Row> visible) {
        Attribute<Ref> owner = type.owner();
        return order.all().stream().map(id -> {
            Row row = Objects.requireNonNull(visible.get(id));
            Map<String, Object> json = RowJson.map(row);
            return new Shown(
                    id, String.valueOf(json.getOrDefault(type.title().name(), "")), owner == null ? null : json.get(owner.name()),
                    Objects.requireNonNullElse(row.get(type.version), 0L));
        }).toList();
    }

    private static Set<UUID> owners(ObjectType type, Map<UUID, Row> whole) {
        Attribute<Ref> attribute = type.owner();
        Set<UUID> owners = new HashSet<>();
        whole.values().forEach(row -> {
            Ref owner = attribute == null ? null : row.get(attribute);
            if (owner != null) {
                owners.add(owner.requireId());
            }
        });
        return owners;
    }

    private List<Valued> attributes(ObjectType type, MergeOrder order, Map<UUID, Row> visible, Map<UUID, Row> whole) {
        Map<UUID, Map<String, Object>> json = new LinkedHashMap<>();
        order.all().forEach(id -> json.put(id, RowJson.map(Objects.requireNonNull(visible.get(id)))));
        Map<Attribute<?>, MergedValues.Result> results = values.of(type, order, whole);
        List<Valued> all = new ArrayList<>();
        for (Attribute<?> attribute : type.attributes()) {
            if (MergedValues.isMerged(attribute) && told.access().maySee(attribute)) {
                Valued valued = valued(attribute, order, json, results.get(attribute));
                if (!valued.values().isEmpty() || valued.result() != null) {
                    all.add(valued);
                }
            }
        }
        return all;
    }

    /** @param result null where somebody has said what is to stand there */
    private Valued valued(
            Attribute<?> attribute, MergeOrder order, Map<UUID, Map<String, Object>> json, MergedValues.@Nullable Result result) {
        Map<String, Object> values = new LinkedHashMap<>();
        json.forEach((id, row) -> {
            Object value = row.get(attribute.name());
            if (value != null) {
                values.put(id.toString(), value);
            }
        });
        boolean differs = values.size() < order.all().size() || Set.copyOf(values.values()).size() > 1;
        boolean readable = told.access().mayRead(attribute);
        String from = result == null ? null : result.from() != null ? result.from().toString() : result.value() == null ? null : MergeOrder.ALL;
        Object becomes = result == null
                ? order.values().get(attribute.name())
                : result.from() != null ? values.get(result.from().toString()) : readable ? together(attribute, result.value()) : null;
        return new Valued(
                attribute.name(), values, differs && !values.isEmpty(), from, becomes,
                readable && told.access().mayWrite(attribute), MergedValues.canBeAll(attribute));
    }

    @SuppressWarnings("unchecked")
    private static <T> @Nullable Object together(Attribute<T> attribute, @Nullable Object value) {
        return value == null ? null : attribute.type().json((T) value);
    }

    private List<Related> related(ObjectType type, MergeOrder order) {
        List<Related> related = new ArrayList<>();
        for (Attribute<Ref> reference : pointers.references(type)) {
            ObjectType object = reference.object();
            boolean readable = told.access().may(Right.READ, object) && told.access().mayRead(reference);
            Map<UUID, Integer> all = pointers.count(reference, order.others(), DSL.noCondition(), MOST_COUNTED + 1);
            int total = sum(all);
            if (total > 0) {
                Map<UUID, Integer> seen = readable
                        ? pointers.count(reference, order.others(), told.conditions().visible(Right.READ, object, "t"), MOST_COUNTED + 1)
                        : Map.of();
                Map<String, Integer> counts = new LinkedHashMap<>();
                seen.forEach((id, count) -> counts.put(id.toString(), count));
                if (readable) {
                    related.add(new Related(object.path(), reference.name(), counts, Math.max(0, total - sum(seen)), total > MOST_COUNTED));
                }
            }
        }
        return related;
    }

    private static int sum(Map<UUID, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private List<Obstacle> obstacles(ObjectType type, MergeOrder order) {
        List<Obstacle> obstacles = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            try {
                work.check(type, order);
            } catch (Problem problem) {
                String record = problem.members().get("record") instanceof String id ? id : null;
                problem.faults().forEach(fault -> obstacles.add(obstacle(record, fault)));
                if (problem.faults().isEmpty()) {
                    throw problem;
                }
            }
        });
        return obstacles;
    }

    private Obstacle obstacle(@Nullable String record, Fault fault) {
        return new Obstacle(record, fault.code(), String.valueOf(words.of(fault, Caller.current().locale()).get("message")));
    }
}
