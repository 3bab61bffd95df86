package io.keyuan.engine.calculation;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Calculation;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.expression.Used;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An attribute that is calculated, and what it goes by. */
sealed interface Known {

    /** What it is of. */
    Attribute<?> attribute();

    /** Every attribute that decides it, wherever that is. */
    Set<Attribute<?>> causes();

    default ObjectType type() {
        return attribute().object();
    }

    /** @param used attributes of the record and of those it points to */
    record OfRecord(Attribute<?> attribute, Calculation.Formula formula, Set<Used> used) implements Known {

        @Override
        public Set<Attribute<?>> causes() {
            return used.stream().<Attribute<?>>map(Used::attribute).collect(java.util.stream.Collectors.toSet());
        }
    }

    /**
     * @param reference by which records point to the one it is of
     * @param source what of them is taken together; null where they are counted
     * @param condition the attributes of theirs that decide which of them count
     */
    record OfOthers(
            Attribute<?> attribute, Calculation.Summary summary, Attribute<?> reference, @Nullable Attribute<?> source,
            Set<Attribute<?>> condition) implements Known {

        @Override
        public Set<Attribute<?>> causes() {
            Set<Attribute<?>> causes = new java.util.LinkedHashSet<>(condition);
            causes.add(reference);
            if (source != null) {
                causes.add(source);
            }
            return causes;
        }

        /** Whether they are lines of records, not those lines' own. */
        boolean areLines() {
            return others().parent() != null && !reference.equals(others().parent());
        }

        /** What lines are of. */
        Attribute<?> above() {
            return java.util.Objects.requireNonNull(others().parent());
        }

        ObjectType others() {
            return reference.object();
        }
    }
}
