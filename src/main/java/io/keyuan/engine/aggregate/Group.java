package io.keyuan.engine.aggregate;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * What records are put together by.
 *
 * @param name as it was asked for
 * @param field its value of a row
 * @param target the object whose titles are shown; null where the attribute is no reference
 */
record Group(String name, Attribute<?> attribute, Field<?> field, @Nullable ObjectType target) {}
