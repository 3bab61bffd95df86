package io.keyuan.engine.sql;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import org.jooq.Condition;
import org.jooq.Field;

/** Conditions on the tokens of search documents. */
public final class Lexemes {

    private Lexemes() {}

    /** True of documents that have what a tsquery asks for; looked up in the index of tokens. */
    public static Condition found(String tsquery) {
        return condition("d.tokens @@ {0}::tsquery", inline(tsquery));
    }

    /** The same, of the tokens under another alias. */
    public static Condition found(String alias, String tsquery) {
        return condition("{0} @@ {1}::tsquery", field(name(alias, "tokens")), inline(tsquery));
    }

    /** Tokens as a value to be stored. */
    public static Field<String> value(String tsvector) {
        return field("{0}::tsvector", String.class, val(tsvector));
    }

    /** The same, for rows that are met on another way: no index is asked for it. */
    public static Condition met(String tsquery) {
        return condition("({0}) is true", found(tsquery));
    }
}
