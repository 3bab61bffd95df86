package io.keyuan.engine.expression;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that comparisons are made of. */
sealed interface Operand permits Path, Operand.Literal, Operand.Listed {

    /** Where it was written. */
    CelExpr node();

    /**
     * A value that does not depend on the row.
     *
     * @param value text, {@link java.math.BigDecimal}, {@link Boolean}, {@link java.time.LocalDate},
     *     {@link java.time.Instant} or {@link java.util.UUID}; null for {@code null}
     */
    record Literal(@Nullable Object value, CelExpr node) implements Operand {}

    /** What {@code in} looks in. */
    record Listed(List<Literal> items, CelExpr node) implements Operand {}
}
