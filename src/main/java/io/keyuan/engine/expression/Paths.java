package io.keyuan.engine.expression;

import dev.cel.common.ast.CelExpr;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ExpressionKind;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.Right;
import io.keyuan.engine.sql.Tables;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Finds what names and dots mean in one expression. */
final class Paths {

    private static final int MAX_DISTANCE = 3;

    /** The planner's work grows faster than the tables of a statement. */
    private static final int MAX_HOPS = 20;

    private final Surroundings surroundings;
    private final Parsed parsed;
    private final Place row;
    private int hops;

    Paths(Surroundings surroundings, Parsed parsed, ObjectType type, String alias) {
        this.surroundings = surroundings;
        this.parsed = parsed;
        this.row = new Place(type, alias, null);
    }

    /** Of a name or a select. */
    Path resolve(CelExpr node) {
        return switch (node.getKind()) {
            case IDENT -> attribute(row, node.ident().name(), node);
            case SELECT -> below(resolve(node.select().operand()), node.select().field(), node);
            default -> throw parsed.problem(node, "not-supported");
        };
    }

    private Path below(Path path, String name, CelExpr node) {
        Path.Part part = part(path, name);
        if (part != null) {
            return path.part(part, node);
        }
        if (path.part() == Path.Part.WHOLE && path.attribute().type() instanceof ReferenceType) {
            return attribute(follow(path, node), name, node);
        }
        throw parsed.named(node, "unknown-name", name);
    }

    private static Path.@Nullable Part part(Path path, String name) {
        if (path.part() != Path.Part.WHOLE) {
            return null;
        }
        return switch (path.kind()) {
            case MONEY -> "currency".equals(name) ? Path.Part.CURRENCY : "value".equals(name) ? Path.Part.AMOUNT : null;
            case CHOICE -> "meaning".equals(name) ? Path.Part.MEANING : null;
            default -> null;
        };
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
        return new Path(place, attribute, Path.Part.WHOLE, node);
    }

    private Place follow(Path reference, CelExpr node) {
        Place from = reference.place();
        if (from.distance() == MAX_DISTANCE || ++hops > MAX_HOPS) {
            throw parsed.problem(node, "too-complex");
        }
        ObjectType type = Objects.requireNonNull(surroundings.types().target(reference.attribute()));
        String alias = row.alias() + "_" + hops;
        @SuppressWarnings("unchecked")
        var link = (Field<UUID>) Tables.column(from.alias(), reference.attribute());
        return new Place(type, alias, new Place.Hop(from, link, surroundings.visibility().of(Right.READ, type, alias)));
    }
}
