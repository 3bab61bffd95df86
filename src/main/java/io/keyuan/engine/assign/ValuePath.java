package io.keyuan.engine.assign;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.BooleanType;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.NumberType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.TextType;
import io.keyuan.engine.sql.Tables;
import java.util.Locale;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * A value of a record by which people are named.
 *
 * @param reference through which it is found; null for a value of the record itself
 */
record ValuePath(@Nullable Attribute<?> reference, Attribute<?> attribute) {

    /** @return null where there is no such value, or none of a kind that can be looked up in a list */
    static @Nullable ValuePath of(ObjectTypes types, ObjectType type, String text) {
        String[] parts = text.split("\\.", -1);
        Attribute<?> first = type.find(parts[0]);
        if (first == null || parts.length > 2) {
            return null;
        }
        ObjectType target = parts.length == 2 && first.type() instanceof ReferenceType ? types.target(first) : null;
        Attribute<?> last = parts.length == 1 ? first : target == null ? null : target.find(parts[1]);
        return last == null || !isListable(last) ? null : new ValuePath(parts.length == 1 ? null : first, last);
    }

    private static boolean isListable(Attribute<?> attribute) {
        return attribute.isFilterable() && switch (attribute.type()) {
            case TextType text -> true;
            case ChoiceType choice -> true;
            case ReferenceType reference -> true;
            case NumberType number -> true;
            case BooleanType yesNo -> true;
            default -> false;
        };
    }

    /** Under which a value is looked up: text is the same whatever its case. */
    static String key(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }

    /** The value as text in a statement on the records. */
    Field<String> in(String alias, ObjectTypes types) {
        if (reference == null) {
            return Tables.column(alias, attribute).cast(SQLDataType.CLOB);
        }
        String other = alias + "v";
        ObjectType target = Objects.requireNonNull(types.target(reference));
        return field(select(Tables.column(other, attribute).cast(SQLDataType.CLOB))
                .from(Tables.of(target, other))
                .where(Tables.ofTenant(other))
                .and(Tables.uuid(other, "id").eq(Tables.reference(alias, reference))));
    }

    @Override
    public String toString() {
        return reference == null ? attribute.name() : reference.name() + "." + attribute.name();
    }
}
