package io.keyuan.engine.aggregate;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.sql.Tables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The rows that are added up, with the records their references lead to where groups are made by those. */
final class Source {

    /** The alias of the rows themselves. */
    static final String ROW = "t";

    private static final int LONGEST_ECHO = 60;

    private final ObjectTypes types;
    private final Access access;
    private final Conditions conditions;
    private final ObjectType type;
    private final Map<Attribute<?>, String> joined = new LinkedHashMap<>();

    Source(ObjectTypes types, Access access, Conditions conditions, ObjectType type) {
        this.types = types;
        this.access = access;
        this.conditions = conditions;
        this.type = type;
    }

    /** An attribute under the alias of the table it is in. */
    record Located(Attribute<?> attribute, String alias) {}

    /** @param path an attribute, or a reference, a dot and an attribute of what it leads to */
    Located locate(String path, String parameter) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return new Located(readable(type, path, parameter), ROW);
        }
        Attribute<?> reference = readable(type, path.substring(0, dot), parameter);
        if (!(reference.type() instanceof ReferenceType)) {
            throw malformed(parameter, path);
        }
        Attribute<?> attribute = readable(target(reference), path.substring(dot + 1), parameter);
        return new Located(attribute, joined.computeIfAbsent(reference, next -> "j" + (joined.size() + 1)));
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

    private ObjectType target(Attribute<?> reference) {
        return Objects.requireNonNull(types.target(reference));
    }

    Table<?> tables() {
        Table<?> tables = Tables.of(type, ROW);
        for (var join : joined.entrySet()) {
            ObjectType target = target(join.getKey());
            tables = tables.leftJoin(Tables.of(target, join.getValue())).on(isThere(join.getKey(), target, join.getValue()));
        }
        return tables;
    }

    /** A record the caller may not read is as if the reference led nowhere. */
    private Condition isThere(Attribute<?> reference, ObjectType target, String alias) {
        Field<?> link = Tables.column(ROW, reference);
        return Tables.ofTenant(alias)
                .and(Tables.uuid(alias, "id").eq(link.coerce(UUID.class)))
                .and(Tables.alive(alias))
                .and(conditions.visible(Right.READ, target, alias));
    }

    Condition rows() {
        return Tables.ofTenant(ROW).and(Tables.alive(ROW)).and(conditions.visible(Right.READ, type, ROW));
    }
}
