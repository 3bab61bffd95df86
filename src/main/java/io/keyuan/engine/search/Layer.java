package io.keyuan.engine.search;

import static org.jooq.impl.DSL.noCondition;

import io.keyuan.engine.sql.Tables;
import org.jooq.Condition;

/** Which documents are looked among. */
enum Layer {
    ALL(noCondition()),

    /** Records that hang on nothing, such as companies: what hangs on them often bears their names, and is newer. */
    ROOTS(Tables.uuid("d", "above_id").isNull());

    private final Condition condition;

    Layer(Condition condition) {
        this.condition = condition;
    }

    /** Of the documents under the alias {@code d}. */
    Condition condition() {
        return condition;
    }
}
