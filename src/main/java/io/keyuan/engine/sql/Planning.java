package io.keyuan.engine.sql;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;

import org.jooq.DSLContext;

/** How PostgreSQL plans the statements of a transaction. */
public final class Planning {

    private Planning() {}

    /**
     * Has each statement of the current transaction planned for the values it comes with. A plan made for any values does
     * not know how many there are in an array, and in a table that has only just been filled PostgreSQL then takes whatever
     * index comes first: of 20,000 records without statistics, 1,000 were found by their external ids in 400 ms instead
     * of 1 ms.
     */
    public static void byValues(DSLContext sql) {
        sql.select(function("set_config", String.class, inline("plan_cache_mode"), inline("force_custom_plan"), inline(true)))
                .fetch();
    }
}
