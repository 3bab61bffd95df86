package io.keyuan.engine.query;

import static org.jooq.impl.DSL.noCondition;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Query;
import io.keyuan.engine.Right;
import io.keyuan.engine.expression.Expressions;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.util.Set;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Everything a row must meet to be in a list: tenant, alive or in the bin, within reach, and the filter. */
@NamedInterface("query")
@Component
public class Conditions {

    private final VisibilityCondition visibility;
    private final Expressions expressions;

    Conditions(VisibilityCondition visibility, Expressions expressions) {
        this.visibility = visibility;
        this.expressions = expressions;
    }

    public Wanted of(Query query, String alias) {
        // Whoever may bring a record back may see it in the bin.
        Right right = query.deleted() ? Right.DELETE : Right.READ;
        Condition there = query.deleted() ? Tables.alive(alias).not() : Tables.alive(alias);
        return of(right, query.type(), alias, Tables.ofTenant(alias).and(there), filter(query.type(), alias, query.filter()));
    }

    Wanted of(Right right, ObjectType type, String alias, Condition there, Condition filter) {
        return new Wanted(there, filter, visibility.reasons(right, type, alias), visible(right, type, alias));
    }

    public Condition visible(Right right, ObjectType type, String alias) {
        return visibility.of(right, type, alias);
    }

    public Condition filter(ObjectType type, String alias, @Nullable String filter) {
        return filter == null || filter.isBlank() ? noCondition() : expressions.condition(type, alias, filter);
    }

    /** What of a record has a say in whether it meets a filter. */
    Set<Attribute<?>> named(ObjectType type, @Nullable String filter) {
        return filter == null || filter.isBlank() ? Set.of() : expressions.namedAttributes(type, filter);
    }

    /** The same of records as they were at a moment. */
    Condition filter(RecordTables then, Instant moment, ObjectType type, String alias, @Nullable String filter) {
        return filter == null || filter.isBlank() ? noCondition() : expressions.condition(then, moment, type, alias, filter);
    }
}
