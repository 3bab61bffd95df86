package io.keyuan.engine.expression;

import dev.cel.common.ast.CelExpr;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ReferenceType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what an expression goes by: attributes of the record, and of those it points to. */
final class Dependencies {

    private final ObjectTypes types;
    private final ObjectType type;
    private final Parsed parsed;
    private final boolean mayMove;
    private final Set<Used> found = new LinkedHashSet<>();
    private boolean byTime;

    /** @param mayMove whether the expression may say something else tomorrow */
    Dependencies(ObjectTypes types, ObjectType type, Parsed parsed, boolean mayMove) {
        this.types = types;
        this.type = type;
        this.parsed = parsed;
        this.mayMove = mayMove;
    }

    /** Whether it says something of the day. */
    boolean isByTime() {
        return byTime;
    }

    /** @throws io.keyuan.engine.Problem where it says something else to somebody else, or tomorrow though it may not, or looks at lines */
    Set<Used> find() {
        visit(parsed.root());
        return found;
    }

    private void visit(CelExpr node) {
        switch (node.getKind()) {
            case IDENT, SELECT -> path(node);
            case CALL -> call(node);
            case LIST -> node.list().elements().forEach(this::visit);
            default -> {}
        }
    }

    private void call(CelExpr node) {
        String function = node.call().function();
        boolean moving = Functions.MOVING.contains(function);
        byTime |= moving;
        if (moving && !mayMove || Functions.PERSONAL.contains(function)) {
            throw parsed.named(node, "not-lasting", function);
        }
        node.call().target().ifPresent(this::visit);
        node.call().args().forEach(this::visit);
    }

    /** Adds the attribute a path leads to, and each reference on the way. */
    private @Nullable Used path(CelExpr node) {
        if (node.getKind() == CelExpr.ExprKind.Kind.IDENT) {
            return add(List.of(), type.find(node.ident().name()), node);
        }
        CelExpr operand = node.select().operand();
        boolean named = operand.getKind() == CelExpr.ExprKind.Kind.IDENT || operand.getKind() == CelExpr.ExprKind.Kind.SELECT;
        Used above = named ? path(operand) : null;
        ObjectType target = above == null || !(above.attribute().type() instanceof ReferenceType) ? null : types.target(above.attribute());
        return above == null || target == null ? above : add(with(above.way(), above.attribute()), target.find(node.select().field()), node);
    }

    private @Nullable Used add(List<Attribute<?>> way, @Nullable Attribute<?> attribute, CelExpr node) {
        if (attribute == null) {
            return null;
        }
        if (attribute.type() instanceof LinesType) {
            throw parsed.named(node, "not-own", attribute.name());
        }
        var used = new Used(way, attribute);
        found.add(used);
        return used;
    }

    private static List<Attribute<?>> with(List<Attribute<?>> way, Attribute<?> reference) {
        List<Attribute<?>> longer = new ArrayList<>(way);
        longer.add(reference);
        return List.copyOf(longer);
    }
}
