package io.keyuan.engine.bulk;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.BadValue;
import io.keyuan.engine.Fault;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import io.keyuan.engine.pipeline.Coercions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of what somebody asks for what can be done, or says what is wrong with it. */
@Component
class BulkOrders {

    private final Access access;
    private final ChosenRecords records;
    private final Coercions coercions;

    BulkOrders(Access access, ChosenRecords records, Coercions coercions) {
        this.access = access;
        this.records = records;
        this.coercions = coercions;
    }

    BulkOrder order(ObjectType type, BulkRequest request) {
        boolean deletes = Boolean.TRUE.equals(request.delete());
        if (deletes == (request.update() != null)) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("update", "update-or-delete"));
        }
        requireAllowed(type, deletes);
        Map<String, @Nullable Object> values = request.update();
        if (values != null) {
            check(type, values);
        }
        Chosen chosen = records.read(type, request.filter(), request.ids());
        return new BulkOrder(type.name(), chosen, values == null ? null : new LinkedHashMap<>(values), Boolean.TRUE.equals(request.dryRun()));
    }

    /** @throws Problem where the caller may not do that with many records of this object */
    void requireAllowed(ObjectType type, boolean deletes) {
        require(Right.BULK, type);
        require(deletes ? Right.DELETE : Right.EDIT, type);
    }

    private void require(Right right, ObjectType type) {
        if (!access.may(right, type)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-" + right.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** What would be refused for each record is refused before there is a job; what depends on the record is not known yet. */
    private void check(ObjectType type, Map<String, @Nullable Object> values) {
        if (values.isEmpty()) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("update", "update-or-delete"));
        }
        List<Fault> faults = values.entrySet().stream().flatMap(each -> fault(type, each.getKey(), each.getValue())).toList();
        if (!faults.isEmpty()) {
            throw new Problem(ProblemKind.RULE_BROKEN, faults, Map.of());
        }
    }

    private Stream<Fault> fault(ObjectType type, String name, @Nullable Object value) {
        Attribute<?> attribute = type.find(name);
        if (attribute == null || !access.mayRead(attribute)) {
            return Stream.of(Fault.at("update", "unknown-attribute"));
        }
        String code = code(attribute, value);
        return code == null ? misfit(attribute, value) : Stream.of(Fault.at("update." + name, code));
    }

    /** A value of another type fits no record; whether there is what a reference points to each record finds out. */
    private Stream<Fault> misfit(Attribute<?> attribute, @Nullable Object value) {
        if (value == null || isEmpty(value)) {
            return Stream.of();
        }
        try {
            attribute.type().coerce(value, coercions.of(attribute));
            return Stream.of();
        } catch (BadValue bad) {
            return bad.faults("update." + attribute.name()).stream();
        }
    }

    private @Nullable String code(Attribute<?> attribute, @Nullable Object value) {
        if (!attribute.isWritable() || !access.mayWrite(attribute)) {
            return "not-writable";
        }
        if (attribute.type() instanceof LinesType || attribute.isUnique() && value != null) {
            return "not-the-same-for-all";
        }
        return attribute.isRequired() && isEmpty(value) ? "required" : null;
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || Objects.toString(value, "").isBlank();
    }
}
