package io.keyuan.engine.expression;

import io.keyuan.engine.Attribute;
import java.util.List;

/**
 * An attribute that an expression goes by.
 *
 * @param way the references that lead from the record to the one that has it, the first being the record's own; empty for its own attributes
 */
public record Used(List<Attribute<?>> way, Attribute<?> attribute) {

    public boolean isOwn() {
        return way.isEmpty();
    }
}
