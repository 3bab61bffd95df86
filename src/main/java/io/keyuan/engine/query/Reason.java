package io.keyuan.engine.query;

import org.jooq.Condition;

/**
 * Why rows are reached.
 *
 * @param condition what such a row meets
 * @param named whether the condition says their ids, by which they are to be looked up. Asked for the first of an order,
 *     PostgreSQL goes along its index and compares each entry with all of the ids, 60 ms for 900 of them among 1,000,000
 */
record Reason(Condition condition, boolean named) {

    static Reason walked(Condition condition) {
        return new Reason(condition, false);
    }

    static Reason named(Condition condition) {
        return new Reason(condition, true);
    }
}
