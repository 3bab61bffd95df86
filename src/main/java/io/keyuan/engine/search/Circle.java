package io.keyuan.engine.search;

import static org.jooq.impl.DSL.noCondition;

import io.keyuan.engine.Given;
import io.keyuan.engine.Reach;
import io.keyuan.engine.sql.GrantConditions;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * The documents of several objects that somebody reaches for the same people's sake, and what was given to them of any of
 * these objects: ids of records are not shared among objects, so they need not be kept apart.
 */
final class Circle {

    /** Null where everything is reached. */
    private final @Nullable Set<UUID> people;

    private final List<String> objects = new ArrayList<>();
    /** What of the records above was given, of all objects that hang on some; null where none does. */
    private @Nullable Given aboveOfAll;

    private boolean hanging;
    private final Set<UUID> given = new HashSet<>();
    private final Set<UUID> above = new HashSet<>();
    private final Set<Given.Wanted> manyGiven = new HashSet<>();
    private final Set<Given.Wanted> manyAbove = new HashSet<>();

    private Circle(@Nullable Set<UUID> people) {
        this.people = people;
    }

    static Circle of(Reach reach) {
        return new Circle(reach instanceof Reach.Part part ? part.people() : null);
    }

    /**
     * Whether an object that is reached like this belongs here. Records above are shared among the objects that hang on them:
     * what a role opens of one of these objects must not open another.
     */
    boolean takes(Reach reach) {
        return reach instanceof Reach.Part part
                ? part.people().equals(people) && (!part.hanging() || aboveOfAll == null || aboveOfAll.equals(part.above()))
                : isEverything();
    }

    void add(String object, Reach reach) {
        objects.add(object);
        if (reach instanceof Reach.Part part) {
            hanging |= part.hanging();
            aboveOfAll = part.hanging() ? part.above() : aboveOfAll;
            add(part.given(), given, manyGiven);
            add(part.above(), above, manyAbove);
        }
    }

    private static void add(Given some, Set<UUID> few, Set<Given.Wanted> many) {
        switch (some) {
            case Given.These these -> few.addAll(these.records());
            case Given.Many those -> many.add(those.wanted());
        }
    }

    List<String> objects() {
        return objects;
    }

    boolean isEverything() {
        return people == null;
    }

    /** Whether nothing is reached: nobody's records, and none that were given. */
    boolean isNothing() {
        return !isEverything() && reasons().isEmpty();
    }

    /** One condition for looking at each document. */
    Condition whole() {
        return isEverything() ? noCondition() : reasons(true).stream().reduce(Condition::or).orElse(org.jooq.impl.DSL.falseCondition());
    }

    /** Why a document may be reached, each for itself, for walking those from the newest. */
    List<Condition> reasons() {
        return isEverything() ? List.of(noCondition()) : reasons(false);
    }

    private List<Condition> reasons(boolean probing) {
        List<Condition> reasons = new ArrayList<>();
        Set<UUID> owners = Objects.requireNonNull(people);
        if (!owners.isEmpty()) {
            reasons.add(Tables.amongNamed(Tables.uuid("d", "owner_id"), owners));
            if (hanging) {
                reasons.add(Tables.amongNamed(Tables.uuid("d", "above_owner_id"), owners));
            }
        }
        named(reasons, "record_id", given);
        named(reasons, "above_id", above);
        looked(reasons, "record_id", manyGiven, probing);
        looked(reasons, "above_id", manyAbove, probing);
        return reasons;
    }

    private static void named(List<Condition> reasons, String column, Set<UUID> records) {
        if (!records.isEmpty()) {
            reasons.add(Tables.amongNamed(Tables.uuid("d", column), records));
        }
    }

    private static void looked(List<Condition> reasons, String column, Set<Given.Wanted> wanted, boolean probing) {
        var record = Tables.uuid("d", column);
        wanted.forEach(many -> reasons.add(probing ? GrantConditions.probed(many, record) : GrantConditions.listed(many, record)));
    }
}
