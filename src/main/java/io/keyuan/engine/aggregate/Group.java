package io.keyuan.engine.aggregate;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ExpressionKind;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ValuePart;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * What records are put together by.
 *
 * @param name as it was asked for
 * @param field its value of a row
 * @param part of the values of the attribute; null for the whole
 * @param target the object whose titles are shown; null where the attribute is no reference
 */
record Group(String name, Attribute<?> attribute, @Nullable ValuePart part, Field<?> field, @Nullable ObjectType target) {

    ExpressionKind kind() {
        return part == null ? attribute.type().kind() : part.kind();
    }
}
