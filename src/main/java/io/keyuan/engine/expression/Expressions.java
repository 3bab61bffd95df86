package io.keyuan.engine.expression;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.TenantSettings;
import io.keyuan.engine.query.RecordTables;
import java.time.Clock;
import java.time.Instant;
import java.time.Month;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Makes conditions of SQL out of expressions that people and programs write. */
@Component
public class Expressions {

    private final Syntax syntax = new Syntax();
    private final Surroundings surroundings;
    private final Clock clock;

    @Autowired
    public Expressions(Surroundings surroundings) {
        this(surroundings, Clock.systemUTC());
    }

    Expressions(Surroundings surroundings, Clock clock) {
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /**
     * The condition that is true of exactly the rows for which the expression is, for the current caller: attributes and
     * records the caller may not read take no part. Literals are bind values, never text.
     *
     * @param alias what the statement calls the object's table; tables the condition adds are called after it
     * @throws Problem {@link io.keyuan.engine.ProblemKind#BAD_FILTER} with one fault at {@code filter}, whose first
     *     argument is the position in the text, from 1, where the expression is wrong
     */
    public Condition condition(ObjectType type, String alias, String expression) {
        return condition(surroundings.records(), clock.instant(), type, alias, expression);
    }

    /** The same of rows that may not be stored yet. */
    public Condition conditionOfDrafts(ObjectType type, String alias, String expression) {
        return condition(new DraftedRecords(surroundings.records()), clock.instant(), type, alias, expression);
    }

    /**
     * What the expression is of each row, for the current caller; what is asked of nothing is nothing.
     *
     * @throws Problem as {@link #condition} does
     */
    public Calculated value(ObjectType type, String alias, String expression) {
        Reading reading = reading(new DraftedRecords(surroundings.records()), clock.instant(), type, alias, expression);
        return new Values(reading.parsed(), reading.paths(), reading.operands(), reading.tests(), reading.bounds(), surroundings.settings().zone())
                .of(reading.parsed().root());
    }

    /**
     * What a formula goes by, in the order in which it names it.
     *
     * @throws Problem where it is no expression, looks at lines, or says something else tomorrow or to somebody else ({@code not-lasting})
     */
    public Set<Used> used(ObjectType type, String expression) {
        return new Dependencies(surroundings.types(), type, syntax.parse(expression), false).find();
    }

    /**
     * The same of records as they were.
     *
     * @param records those of the moment
     * @param now the moment: from here days are counted back
     */
    public Condition condition(RecordTables records, Instant now, ObjectType type, String alias, String expression) {
        Reading reading = reading(records, now, type, alias, expression);
        return reading.tests().test(reading.parsed().root()).holds();
    }

    /** One expression on its way to SQL. */
    private record Reading(Parsed parsed, Paths paths, Operands operands, Compilation tests, Bounds bounds) {}

    private Reading reading(RecordTables records, Instant now, ObjectType type, String alias, String expression) {
        Parsed parsed = syntax.parse(expression);
        var bounds = new Bounds(parsed);
        TenantSettings settings = surroundings.settings();
        var moments = new Moments(now, settings.zone(), Month.of(settings.conventions().fiscalYearStart()));
        var paths = new Paths(surroundings, records, parsed, type, alias);
        var operands = new Operands(parsed, paths, new Functions(surroundings, parsed, moments), bounds);
        var conversion = new Conversion(surroundings, parsed, moments);
        var memberships = new Memberships(surroundings, records, parsed, operands, paths, type, alias);
        var tests = new Compilation(parsed, paths, operands, new Comparisons(conversion, parsed), conversion, memberships, bounds);
        return new Reading(parsed, paths, operands, tests, bounds);
    }

    /**
     * The attributes of the record itself that an expression names, on the way to other records too: where none of them changes, and
     * none of those records, it says what it said.
     *
     * @throws Problem where it is no expression
     */
    public Set<Attribute<?>> namedAttributes(ObjectType type, String expression) {
        return new NamedAttributes(type).in(syntax.parse(expression).root());
    }

    /**
     * The attributes of the record itself that alone decide what an expression says of it: whatever is kept by one must be
     * kept anew when one of these changes, and only then.
     *
     * @throws Problem as {@link #condition} does; also where it follows a reference ({@code not-own}), or says something else
     *     tomorrow or to somebody else ({@code not-lasting})
     */
    public Set<Attribute<?>> ownAttributes(ObjectType type, String expression) {
        condition(type, "t", expression);
        return new OwnAttributes(type, syntax.parse(expression)).find();
    }

    /**
     * What alone decides what an expression says of a record.
     *
     * @param byTime whether it may say something else though none of the attributes changes
     */
    public record GoesBy(Set<Used> used, boolean byTime) {

        /** How records are reached that are not the record itself, none of them the beginning of another. */
        public Set<List<Attribute<?>>> ways() {
            Set<List<Attribute<?>>> all = used.stream().map(Used::way).filter(way -> !way.isEmpty()).collect(Collectors.toSet());
            return all.stream()
                    .filter(way -> all.stream().noneMatch(other -> other.size() > way.size() && other.subList(0, way.size()).equals(way)))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * What an expression goes by that may say something else tomorrow, of the record and of what it points to.
     *
     * @throws Problem where it is no expression, looks at lines, or says something else to somebody else ({@code not-lasting})
     */
    public GoesBy goesBy(ObjectType type, String expression) {
        var dependencies = new Dependencies(surroundings.types(), type, syntax.parse(expression), true);
        return new GoesBy(dependencies.find(), dependencies.isByTime());
    }
}
