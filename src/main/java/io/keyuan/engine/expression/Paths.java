package io.keyuan.engine.expression;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import dev.cel.common.ast.CelExpr;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ExpressionKind;
import io.keyuan.engine.Lines;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Reach;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.Right;
import io.keyuan.engine.ValuePart;
import io.keyuan.engine.query.RecordTables;
import io.keyuan.engine.sql.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Finds what names and dots mean in one expression. */
final class Paths {

    private static final int MAX_DISTANCE = 3;

    /** The planner's work grows faster than the tables of a statement. */
    private static final int MAX_HOPS = 20;

    private final Surroundings surroundings;
    private final RecordTables records;
    private final Parsed parsed;
    private final Place row;
    private final Map<String, Place> variables = new HashMap<>();
    private int hops;

    Paths(Surroundings surroundings, RecordTables records, Parsed parsed, ObjectType type, String alias) {
        this.surroundings = surroundings;
        this.records = records;
        this.parsed = parsed;
        this.row = new Place(records, type, alias, null);
    }

    /** Of a name or a select. */
    Path resolve(CelExpr node) {
        return switch (node.getKind()) {
            case IDENT -> attribute(row, node.ident().name(), node);
            case SELECT -> select(node.select().operand(), node.select().field(), node);
            default -> throw parsed.problem(node, "not-supported");
        };
    }

    private Path select(CelExpr operand, String name, CelExpr node) {
        Place variable = operand.getKind() == CelExpr.ExprKind.Kind.IDENT ? variables.get(operand.ident().name()) : null;
        return variable == null ? below(resolve(operand), name, node) : attribute(variable, name, node);
    }

    /** Choices that are several, of the row or of a record it points to; null where the node is something else. */
    @Nullable Path choices(CelExpr node) {
        Attribute<?> named = named(node);
        return named != null && named.type().kind() == ExpressionKind.CHOICES ? resolve(node) : null;
    }

    /** What a path leads to, whether or not it may be gone. */
    private @Nullable Attribute<?> named(CelExpr node) {
        return switch (node.getKind()) {
            case IDENT -> row.type().find(node.ident().name());
            case SELECT -> named(node.select().operand(), node.select().field());
            default -> null;
        };
    }

    private @Nullable Attribute<?> named(CelExpr operand, String name) {
        Place variable = operand.getKind() == CelExpr.ExprKind.Kind.IDENT ? variables.get(operand.ident().name()) : null;
        Attribute<?> above = variable == null ? named(operand) : null;
        ObjectType type = variable != null ? variable.type() : above == null ? null : surroundings.types().target(above);
        return type == null ? null : type.find(name);
    }

    /** The lines of the row: not themselves a value, but something to look for a line in. */
    Attribute<Lines> lines(CelExpr node) {
        boolean named = node.getKind() == CelExpr.ExprKind.Kind.IDENT;
        Attribute<?> attribute = named ? row.type().find(node.ident().name()) : null;
        if (attribute == null || !(attribute.type() instanceof LinesType)) {
            throw parsed.problem(node, "not-lines");
        }
        if (!surroundings.access().mayRead(attribute)) {
            throw parsed.named(node, "not-readable", attribute.name());
        }
        @SuppressWarnings("unchecked")
        var lines = (Attribute<Lines>) attribute;
        return lines;
    }

    /** What a test says of one line, which it knows by a name; the row has the line, so whoever reads the row reads it. */
    Truth ofSome(Attribute<Lines> lines, CelExpr variable, Supplier<Truth> test) {
        String name = variable.ident().name();
        Place line = new Place(records, Objects.requireNonNull(surroundings.types().target(lines)), nextAlias(variable), null);
        Place hidden = variables.put(name, line);
        Truth found = test.get();
        if (hidden == null) {
            variables.remove(name);
        } else {
            variables.put(name, hidden);
        }
        return line.some(Tables.reference(line.alias(), surroundings.types().back(lines))
                .eq(Tables.uuid(row.alias(), "id")), found);
    }

    private String nextAlias(CelExpr node) {
        if (++hops > MAX_HOPS) {
            throw parsed.problem(node, "too-complex");
        }
        return row.alias() + "_" + hops;
    }

    private Path below(Path path, String name, CelExpr node) {
        ValuePart member = path.part() == Path.Part.WHOLE ? path.attribute().type().part(name) : null;
        if (member != null) {
            return path.member(member, node);
        }
        if (path.part() == Path.Part.WHOLE && path.kind() == ExpressionKind.CHOICE && name.equals("meaning")) {
            return path.part(Path.Part.MEANING, node);
        }
        if (path.part() == Path.Part.WHOLE && path.attribute().type() instanceof ReferenceType) {
            return attribute(follow(path, node), name, node);
        }
        throw parsed.named(node, "unknown-name", name);
    }

    private Path attribute(Place place, String name, CelExpr node) {
        Attribute<?> attribute = place.type().find(name);
        if (attribute == null) {
            throw parsed.named(node, "unknown-name", name);
        }
        if (!surroundings.access().mayRead(attribute)) {
            throw parsed.named(node, "not-readable", name);
        }
        if (!attribute.isFilterable() || attribute.type().kind() == ExpressionKind.ROWS) {
            throw parsed.named(node, "not-filterable", name);
        }
        if (!records.knows(attribute)) {
            throw parsed.named(node, "not-of-the-past", name);
        }
        return new Path(place, attribute, Path.Part.WHOLE, null, node);
    }

    private Place follow(Path reference, CelExpr node) {
        return follow(reference.place(), reference.attribute(), node);
    }

    private Place follow(Place from, Attribute<?> reference, CelExpr node) {
        if (from.distance() == MAX_DISTANCE) {
            throw parsed.problem(node, "too-complex");
        }
        ObjectType type = Objects.requireNonNull(surroundings.types().target(reference));
        String alias = nextAlias(node);
        @SuppressWarnings("unchecked")
        var link = (Field<UUID>) Tables.column(from.alias(), reference);
        return new Place(records, type, alias, new Place.Hop(from, link, records.reached(type, alias)));
    }

    /**
     * Whether the caller may read all that references, from one to the next, lead to.
     *
     * @param node for which it is asked
     */
    Condition seen(List<Attribute<?>> way, CelExpr node) {
        return seen(row, way, node);
    }

    private Condition seen(Place from, List<Attribute<?>> way, CelExpr node) {
        if (way.isEmpty()) {
            return noCondition();
        }
        Place next = follow(from, way.getFirst(), node);
        Place.Hop hop = Objects.requireNonNull(next.hop());
        Condition beyond = seen(next, way.subList(1, way.size()), node);
        boolean everything = surroundings.access().reach(Right.READ, next.type()) instanceof Reach.Everything;
        if (everything && beyond.equals(noCondition())) {
            return noCondition();
        }
        Condition tie = Tables.uuid(next.alias(), "id").eq(hop.link());
        var there = selectOne().from(records.of(next.type(), next.alias())).where(records.there(next.alias()), tie);
        var seen = selectOne().from(records.of(next.type(), next.alias())).where(records.there(next.alias()), tie, hop.visible(), beyond);
        return notExists(there).or(exists(seen));
    }
}
