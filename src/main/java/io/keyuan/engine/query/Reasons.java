package io.keyuan.engine.query;

import static org.jooq.impl.DSL.falseCondition;

import io.keyuan.engine.Given;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Reach;
import io.keyuan.engine.sql.GrantConditions;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;

/** Why a row is reached by somebody who does not reach all. */
final class Reasons {

    private Reasons() {}

    /** One condition: whatever looks at single rows, or at all of them, is planned best with it. */
    static Condition together(Reach.Part part, ObjectType type, String alias) {
        List<Condition> conditions = new ArrayList<>(named(part, type, alias));
        given(part).ifPresent(wanted -> conditions.add(GrantConditions.probed(wanted, id(alias))));
        above(part).ifPresent(wanted -> conditions.add(GrantConditions.probed(wanted, above(type, alias))));
        return conditions.stream().reduce(Condition::or).orElse(falseCondition());
    }

    /**
     * Each for itself, for walking rows in an order: the rows of people in one walk, or of one person by the indexes that begin
     * with them, and beside that what is named and what is looked up.
     */
    static List<Reason> apart(Reach.Part part, ObjectType type, String alias) {
        List<Condition> reasons = new ArrayList<>();
        if (part.people().size() > 1) {
            ofPeople(part, type, alias).stream().reduce(Condition::or).ifPresent(reasons::add);
        } else {
            reasons.addAll(ofPeople(part, type, alias));
        }
        reasons.addAll(aboveNamed(part, type, alias));
        given(part).map(wanted -> GrantConditions.listed(wanted, id(alias))).ifPresent(reasons::add);
        above(part).map(wanted -> GrantConditions.listed(wanted, above(type, alias))).ifPresent(reasons::add);
        return part.isNothing() ? List.of(Reason.walked(falseCondition())) : Stream.concat(
                        reasons.stream().map(Reason::walked),
                        named(part.given(), id(alias)).stream().map(Reason::named))
                .toList();
    }

    private static List<Condition> named(Reach.Part part, ObjectType type, String alias) {
        List<Condition> conditions = new ArrayList<>(ofPeople(part, type, alias));
        conditions.addAll(named(part.given(), id(alias)));
        conditions.addAll(aboveNamed(part, type, alias));
        return conditions;
    }

    private static List<Condition> aboveNamed(Reach.Part part, ObjectType type, String alias) {
        return part.above().isNothing() ? List.of() : named(part.above(), above(type, alias));
    }

    private static List<Condition> ofPeople(Reach.Part part, ObjectType type, String alias) {
        if (part.people().isEmpty()) {
            return List.of();
        }
        Condition own = VisibilityCondition.amongPeople(owner(type, alias), part.people());
        return part.hanging() ? List.of(own, VisibilityCondition.amongPeople(aboveOwner(type, alias), part.people())) : List.of(own);
    }

    private static List<Condition> named(Given given, Field<UUID> record) {
        return given instanceof Given.These these && !these.records().isEmpty() ? List.of(Tables.amongNamed(record, these.records())) : List.of();
    }

    private static Optional<Given.Wanted> given(Reach.Part part) {
        return wanted(part.given());
    }

    private static Optional<Given.Wanted> above(Reach.Part part) {
        return wanted(part.above());
    }

    private static Optional<Given.Wanted> wanted(Given given) {
        return given instanceof Given.Many many ? Optional.of(many.wanted()) : Optional.empty();
    }

    private static Field<UUID> id(String alias) {
        return Tables.uuid(alias, "id");
    }

    private static Field<UUID> owner(ObjectType type, String alias) {
        return Tables.reference(alias, Objects.requireNonNull(type.owner()));
    }

    private static Field<UUID> above(ObjectType type, String alias) {
        return Tables.reference(alias, Objects.requireNonNull(type.hanging()).above());
    }

    private static Field<UUID> aboveOwner(ObjectType type, String alias) {
        return Tables.reference(alias, Objects.requireNonNull(type.hanging()).owner());
    }
}
