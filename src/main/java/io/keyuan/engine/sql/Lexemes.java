package io.keyuan.engine.sql;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;

import org.jooq.Condition;

/** Conditions on the tokens of search documents. */
public final class Lexemes {

    private Lexemes() {}

    /** True of documents that have what a tsquery asks for; looked up in the index of tokens. */
    public static Condition found(String tsquery) {
        return condition("d.tokens @@ {0}::tsquery", inline(tsquery));
    }

    /** The same, for rows that are met on another way: no index is asked for it. */
    public static Condition met(String tsquery) {
        return condition("({0}) is true", found(tsquery));
    }
}
