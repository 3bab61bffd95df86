package io.keyuan.engine.query;

import io.keyuan.engine.Access;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.expression.Expressions;
import org.jooq.DSLContext;

/** Makes what the program gets from Spring. */
public final class QueryParts {

    private QueryParts() {}

    public static VisibilityCondition visibility(Access access, ObjectTypes types) {
        return new VisibilityCondition(access, types);
    }

    public static RecordTables now(VisibilityCondition visibility) {
        return new TablesNow(visibility);
    }

    public static Conditions conditions(VisibilityCondition visibility, Expressions expressions) {
        return new Conditions(visibility, expressions);
    }

    public static Titles titles(DSLContext sql, ObjectTypes types, VisibilityCondition visibility) {
        return new Titles(sql, types, visibility, (heard, missed) -> {});
    }
}
