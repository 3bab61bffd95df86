package io.keyuan.engine.overview;

import static java.util.stream.Collectors.joining;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Query;
import io.keyuan.engine.RecordPart;
import io.keyuan.engine.Records;
import io.keyuan.engine.Right;
import io.keyuan.engine.aggregate.AggregateQuery;
import io.keyuan.engine.aggregate.Aggregates;
import io.keyuan.engine.query.OpenRecords;
import io.keyuan.engine.query.RowJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What points to a record and still waits for its end: how many there are and what they are worth together, and those that are
 * due first. Two statements for each kind, however many there are.
 */
@Component
class OpenBeside implements RecordPart {

    private static final int SHOWN = 5;

    private final ObjectTypes types;
    private final Access access;
    private final Records records;
    private final Aggregates aggregates;
    private final OpenRecords open;

    OpenBeside(ObjectTypes types, Access access, Records records, Aggregates aggregates, OpenRecords open) {
        this.types = types;
        this.access = access;
        this.records = records;
        this.aggregates = aggregates;
        this.open = open;
    }

    /**
     * @param attribute by which the records point here
     * @param due by when they shall have ended
     * @param worth what is added up; null where nothing is
     * @param figures {@code count}, and the sum of {@code worth}
     * @param items those due first; what is due on no day is not among them
     */
    record Open(
            String object, String attribute, String due, @Nullable String worth, Map<String, @Nullable Object> figures, List<Map<String, Object>> items) {}

    @Override
    public String name() {
        return "open";
    }

    @Override
    public boolean isOf(ObjectType type, boolean deleted) {
        return !deleted;
    }

    @Override
    public List<Open> of(ObjectType type, UUID id) {
        return types.relatedTo(type).stream().filter(this::isTold).map(attribute -> open(attribute, id)).toList();
    }

    /** People have lists of their own; what belongs to them is not told beside each of them. */
    private boolean isTold(Attribute<?> attribute) {
        ObjectType object = attribute.object();
        Attribute<?> due = object.due();
        Attribute<?> board = object.board();
        return due != null && board != null && open.areTold(object) && !Objects.requireNonNull(types.target(attribute)).can(Capability.PEOPLE)
                && access.may(Right.READ, object) && access.mayRead(attribute) && access.mayRead(due) && access.mayRead(board);
    }

    private Open open(Attribute<?> attribute, UUID id) {
        ObjectType object = attribute.object();
        Attribute<?> due = Objects.requireNonNull(object.due());
        String filter = attribute.name() + " == '" + id + "' && " + Objects.requireNonNull(object.board()).name() + " in " + codes(object);
        Attribute<?> worth = object.attributes().stream().filter(each -> each.isSummed() && access.mayRead(each)).findFirst().orElse(null);
        String measures = worth == null ? "count" : "count,sum(" + worth.name() + ")";
        List<Map<String, @Nullable Object>> figures = aggregates.run(AggregateQuery.of(object, null, measures, filter)).groups();
        var first = new Query(
                object, filter + " && " + due.name() + " != null", List.of(new Query.Sort(due, false)), SHOWN, null, RelatedRecords.shown(object, types, access),
                Query.Count.NONE, false, null);
        return new Open(
                object.path(), attribute.name(), due.name(), worth == null ? null : worth.name(), figures.isEmpty() ? Map.of() : figures.getFirst(),
                records.list(first).rows().stream().map(RowJson::map).toList());
    }

    private String codes(ObjectType object) {
        return open.codes(object).stream().map(code -> "'" + code + "'").collect(joining(", ", "[", "]"));
    }
}
