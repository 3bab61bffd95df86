package io.keyuan.engine.duplicates;

import io.keyuan.engine.Attribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of comparing two records.
 *
 * @param score 0 to 100
 * @param reasons the most telling first
 */
record Match(int score, List<Because> reasons) {

    /** From here on two records are taken for one. */
    static final int SAME = 70;

    /** From here on somebody should look. */
    static final int WORTH_A_LOOK = 50;

    /** @param attribute by which one knows; null where it is the name */
    record Because(Reason reason, @Nullable Attribute<?> attribute) {}

    boolean isSame() {
        return score >= SAME;
    }
}
