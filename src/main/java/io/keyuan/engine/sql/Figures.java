package io.keyuan.engine.sql;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;

import io.keyuan.engine.RollUp;
import org.jooq.Field;

/** What a parent's figure is of its children. */
public final class Figures {

    private Figures() {}

    /** @param alias of the children's table */
    public static Field<?> of(RollUp rollUp, String alias) {
        return switch (rollUp.function()) {
            case LATEST -> max(Tables.column(alias, rollUp.source()));
            case COUNT -> count();
        };
    }
}
