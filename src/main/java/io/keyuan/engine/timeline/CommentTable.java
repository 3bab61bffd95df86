package io.keyuan.engine.timeline;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.keyuan.engine.sql.Tables;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** The table of comments under an alias. */
final class CommentTable {

    private CommentTable() {}

    static Field<Integer> replies(String alias) {
        return field(name(alias, "replies"), SQLDataType.INTEGER);
    }

    /** A deleted comment that was answered leaves its place, or the answers would hang in the air. */
    static Condition isShown(String alias) {
        return Tables.alive(alias).or(replies(alias).gt(0));
    }
}
