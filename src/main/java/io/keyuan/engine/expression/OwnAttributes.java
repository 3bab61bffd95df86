package io.keyuan.engine.expression;

import dev.cel.common.ast.CelExpr;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ReferenceType;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds the attributes of a record that alone decide what an expression says of it. */
final class OwnAttributes {

    private final ObjectType type;
    private final Parsed parsed;
    private final Set<Attribute<?>> found = new LinkedHashSet<>();

    OwnAttributes(ObjectType type, Parsed parsed) {
        this.type = type;
        this.parsed = parsed;
    }

    Set<Attribute<?>> find() {
        visit(parsed.root());
        return found;
    }

    private void visit(CelExpr node) {
        switch (node.getKind()) {
            case IDENT -> add(node.ident().name(), node);
            case SELECT -> select(node);
            case CALL -> call(node);
            case LIST -> node.list().elements().forEach(this::visit);
            default -> {}
        }
    }

    private void add(String name, CelExpr node) {
        Attribute<?> attribute = type.find(name);
        if (attribute != null && attribute.type() instanceof LinesType) {
            throw parsed.named(node, "not-own", name);
        }
        if (attribute != null) {
            found.add(attribute);
        }
    }

    /** A part of a value is the record's own, an attribute of what it points to is not. */
    private void select(CelExpr node) {
        CelExpr operand = node.select().operand();
        boolean name = operand.getKind() == CelExpr.ExprKind.Kind.IDENT;
        Attribute<?> attribute = name ? type.find(operand.ident().name()) : null;
        if (!name || attribute != null && attribute.type() instanceof ReferenceType) {
            throw parsed.named(node, "not-own", node.select().field());
        }
        visit(operand);
    }

    private void call(CelExpr node) {
        if (Functions.MOVING.contains(node.call().function()) || Functions.PERSONAL.contains(node.call().function())) {
            throw parsed.named(node, "not-lasting", node.call().function());
        }
        node.call().target().ifPresent(this::visit);
        node.call().args().forEach(this::visit);
    }
}
