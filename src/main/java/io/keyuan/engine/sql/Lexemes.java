package io.keyuan.engine.sql;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;

import org.jooq.Condition;

/** Conditions on the tokens of search documents. */
public final class Lexemes {

    private Lexemes() {}

    /**
     * True of documents that have what a tsquery asks for. The query stands in the statement as a literal, since the planner
     * must know its words to choose between the index of tokens and walking the newest.
     */
    public static Condition found(String tsquery) {
        return condition("d.tokens @@ {0}::tsquery", inline(tsquery));
    }
}
