package io.keyuan.engine.search;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.keyuan.engine.Given;
import io.keyuan.engine.Reach;
import io.keyuan.engine.sql.GrantConditions;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/**
 * The documents of several objects that somebody reaches for the same people's sake, and what was given to them of any of
 * these objects: ids of records are not shared among objects, so they need not be kept apart.
 */
final class Circle {

    private static final Field<UUID> RECORD = Tables.uuid("d", "record_id");
    private static final Field<UUID> ABOVE = Tables.uuid("d", "above_id");

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
        return people != null && people.isEmpty() && given.isEmpty() && above.isEmpty() && !isLookedUp();
    }

    /**
     * Whether what was given is too much to be named. Of that only the newest records are looked at, and those that hang on
     * them: {@link #newest} then says nothing about what it does not have.
     */
    boolean isLookedUp() {
        return !manyGiven.isEmpty() || !manyAbove.isEmpty();
    }

    /** One condition for looking at each document. */
    Condition whole() {
        List<Condition> reasons = new ArrayList<>(named());
        manyGiven.forEach(many -> reasons.add(GrantConditions.probed(many, RECORD)));
        manyAbove.forEach(many -> reasons.add(GrantConditions.probed(many, ABOVE)));
        return isEverything() ? noCondition() : reasons.stream().reduce(Condition::or).orElse(falseCondition());
    }

    /** The ids of the newest documents that are reached for each reason by itself; not where everything is reached. */
    List<Select<Record1<UUID>>> newest(Layer layer, int most) {
        List<Select<Record1<UUID>>> each = new ArrayList<>();
        ofPeople(people == null ? Set.of() : people, layer).forEach(reason -> each.add(newest(reason.and(layer.condition()), most)));
        if (!given.isEmpty()) {
            each.add(Tables.named(RECORD, given, most));
        }
        manyGiven.forEach(many -> each.add(GrantConditions.newest(many, most)));
        if (layer == Layer.ALL && !above.isEmpty()) {
            each.add(newest(Tables.amongNamed(ABOVE, above), most));
        }
        if (layer == Layer.ALL) {
            manyAbove.forEach(many -> each.add(newest(ABOVE.in(GrantConditions.newest(many, most)), most)));
        }
        return each;
    }

    static Select<Record1<UUID>> newest(Condition reason, int most) {
        return select(RECORD).from(Tables.of("search_document", "d")).where(Tables.ofTenant("d")).and(reason).orderBy(RECORD.desc()).limit(most);
    }

    private List<Condition> named() {
        List<Condition> reasons = new ArrayList<>(ofPeople(people == null ? Set.of() : people, Layer.ALL));
        if (!given.isEmpty()) {
            reasons.add(Tables.amongNamed(RECORD, given));
        }
        if (!above.isEmpty()) {
            reasons.add(Tables.amongNamed(ABOVE, above));
        }
        return reasons;
    }

    /** One person's are found by the indexes on owners, several people's by one walk along the documents. */
    private List<Condition> ofPeople(Set<UUID> owners, Layer layer) {
        if (owners.isEmpty()) {
            return List.of();
        }
        Condition own = Tables.amongNamed(Tables.uuid("d", "owner_id"), owners);
        if (!hanging || layer == Layer.ROOTS) {
            return List.of(own);
        }
        Condition below = Tables.amongNamed(Tables.uuid("d", "above_owner_id"), owners);
        return owners.size() == 1 ? List.of(own, below) : List.of(own.or(below));
    }
}
