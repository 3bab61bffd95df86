package io.keyuan.engine.aggregate;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ExpressionKind;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Lines;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.Right;
import io.keyuan.engine.ValuePart;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.sql.Tables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The rows that are added up, with what their references and lines lead to where groups are made by that. */
final class Source {

    /** The alias of the rows themselves. */
    static final String ROW = "t";

    private static final int LONGEST_ECHO = 60;

    /** As far as filters reach, so that every group can be opened as a list. */
    private static final int MAX_DISTANCE = 3;

    private final ObjectTypes types;
    private final Access access;
    private final Conditions conditions;
    private final ObjectType type;
    private final Map<String, Join> joined = new LinkedHashMap<>();

    Source(ObjectTypes types, Access access, Conditions conditions, ObjectType type) {
        this.types = types;
        this.access = access;
        this.conditions = conditions;
        this.type = type;
    }

    /**
     * An attribute under the alias of the table it is in.
     *
     * @param part of its values; null for the whole
     */
    record Located(Attribute<?> attribute, @Nullable ValuePart part, String alias) {

        ExpressionKind kind() {
            return part == null ? attribute.type().kind() : part.kind();
        }
    }

    /** A table beside the rows: what a reference leads to, or the lines of a record. */
    private record Join(String from, Attribute<?> attribute, ObjectType target, String alias) {}

    /** @param path an attribute, behind the references or lines that lead to what it is of and before a part of its values, with dots between */
    Located locate(String path, String parameter) {
        String[] names = path.split("\\.", -1);
        if (names.length > MAX_DISTANCE + 2) {
            throw malformed(parameter, path);
        }
        ObjectType at = type;
        String alias = ROW;
        for (int i = 0; i < names.length - 1; i++) {
            Attribute<?> whole = i == names.length - 2 ? at.find(names[i]) : null;
            ValuePart part = whole == null ? null : whole.type().part(names[i + 1]);
            if (part != null) {
                return new Located(readable(at, names[i], parameter), part, alias);
            }
            Join join = join(at, alias, names[i], parameter);
            at = join.target();
            alias = join.alias();
        }
        if (names.length > MAX_DISTANCE + 1) {
            throw malformed(parameter, path);
        }
        return new Located(readable(at, names[names.length - 1], parameter), null, alias);
    }

    private Join join(ObjectType at, String from, String name, String parameter) {
        Attribute<?> attribute = readable(at, name, parameter);
        ObjectType target = targetOrNull(attribute);
        if (target == null) {
            throw malformed(parameter, name);
        }
        return joined.computeIfAbsent(from + "." + name, key -> new Join(from, attribute, target, "j" + (joined.size() + 1)));
    }

    private Attribute<?> readable(ObjectType type, String name, String parameter) {
        Attribute<?> attribute = type.find(name);
        if (attribute == null) {
            throw malformed(parameter, name);
        }
        if (!access.mayRead(attribute)) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at(parameter, "not-readable"));
        }
        return attribute;
    }

    /** @param parameter {@code group} or {@code measure} */
    static Problem malformed(String parameter, String name) {
        String echo = name.length() <= LONGEST_ECHO ? name : name.substring(0, LONGEST_ECHO);
        return Problem.of(ProblemKind.MALFORMED, Fault.at(parameter, "bad-" + parameter, echo));
    }

    @Nullable ObjectType targetOrNull(Attribute<?> attribute) {
        return types.target(attribute);
    }

    Table<?> tables() {
        Table<?> tables = Tables.of(type, ROW);
        for (Join join : joined.values()) {
            tables = tables.leftJoin(Tables.of(join.target(), join.alias())).on(isThere(join));
        }
        return tables;
    }

    /** Whether a record stands in as many rows as it has lines. */
    boolean hasLines() {
        return joined.values().stream().anyMatch(join -> join.attribute().type() instanceof LinesType);
    }

    private Condition isThere(Join join) {
        return Tables.ofTenant(join.alias()).and(Tables.alive(join.alias())).and(leadsThere(join));
    }

    /** A record the caller may not read is as if the reference led nowhere; lines are read with their record. */
    private Condition leadsThere(Join join) {
        if (join.attribute().type() instanceof ReferenceType) {
            return Tables.uuid(join.alias(), "id").eq(Tables.column(join.from(), join.attribute()).coerce(UUID.class))
                    .and(conditions.visible(Right.READ, join.target(), join.alias()));
        }
        @SuppressWarnings("unchecked")
        var lines = (Attribute<Lines>) join.attribute();
        return Tables.reference(join.alias(), types.back(lines)).eq(Tables.uuid(join.from(), "id"));
    }

    Condition rows() {
        return Tables.ofTenant(ROW).and(Tables.alive(ROW)).and(conditions.visible(Right.READ, type, ROW));
    }
}
