package io.keyuan.engine.expression;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.trueCondition;

import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * What an expression says of a row: it holds or it fails, and never is unknown as a condition of SQL can be. Both sides
 * are kept because {@code not (stage = 'won')} would lose the rows that have no stage, while {@code coalesce(…, false)}
 * around everything would lose the indexes.
 *
 * @param holds true where it holds, false or unknown where it does not
 * @param fails true where it does not hold, false or unknown where it does
 */
record Truth(Condition holds, Condition fails) {

    static Truth always(boolean value) {
        var yes = new Truth(trueCondition(), falseCondition());
        return value ? yes : yes.negated();
    }

    /** Of a condition that is never unknown. */
    static Truth known(Condition condition) {
        return new Truth(condition, not(condition));
    }

    /** Of a condition that may be unknown, where no index could serve its contrary anyway. */
    static Truth unsure(Condition condition) {
        return new Truth(condition, not(DSL.condition(coalesce(condition, inline(false)))));
    }

    Truth and(Truth other) {
        return new Truth(holds.and(other.holds), fails.or(other.fails));
    }

    Truth or(Truth other) {
        return new Truth(holds.or(other.holds), fails.and(other.fails));
    }

    Truth negated() {
        return new Truth(fails, holds);
    }
}
