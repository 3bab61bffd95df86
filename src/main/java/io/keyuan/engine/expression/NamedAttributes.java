package io.keyuan.engine.expression;

import dev.cel.common.ast.CelExpr;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the attributes of a record that an expression names, be it that it goes on from there to other records. A name for the line
 * that is looked at may be that of an attribute too: then there is one more than there need be.
 */
final class NamedAttributes {

    private final ObjectType type;
    private final Set<Attribute<?>> found = new LinkedHashSet<>();

    NamedAttributes(ObjectType type) {
        this.type = type;
    }

    Set<Attribute<?>> in(CelExpr node) {
        visit(node);
        return found;
    }

    private void visit(CelExpr node) {
        switch (node.getKind()) {
            case IDENT -> add(type.find(node.ident().name()));
            case SELECT -> visit(node.select().operand());
            case CALL -> {
                node.call().target().ifPresent(this::visit);
                node.call().args().forEach(this::visit);
            }
            case LIST -> node.list().elements().forEach(this::visit);
            default -> {}
        }
    }

    private void add(@Nullable Attribute<?> attribute) {
        if (attribute != null) {
            found.add(attribute);
        }
    }
}
