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
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;

/** Why a row is reached by somebody who does not reach all. */
final class Reasons {

    private Reasons() {}

    /** One condition: whatever looks at single rows, or at all of them, is planned best with it. */
    static Condition together(Reach.Part part, ObjectType type, String alias) {
        List<Condition> conditions = new ArrayList<>(named(part, type, alias));
        conditions.addAll(large(part, type, alias, true));
        return conditions.stream().reduce(Condition::or).orElse(falseCondition());
    }

    /** What can be named stays together, for the planner knows how many rows that is; what is looked up stands alone. */
    static List<Condition> apart(Reach.Part part, ObjectType type, String alias) {
        List<Condition> reasons = new ArrayList<>();
        named(part, type, alias).stream().reduce(Condition::or).ifPresent(reasons::add);
        reasons.addAll(large(part, type, alias, false));
        return reasons;
    }

    private static List<Condition> named(Reach.Part part, ObjectType type, String alias) {
        List<Condition> conditions = new ArrayList<>();
        if (!part.people().isEmpty()) {
            conditions.add(VisibilityCondition.amongPeople(owner(type, alias), part.people()));
            if (part.hanging()) {
                conditions.add(VisibilityCondition.amongPeople(aboveOwner(type, alias), part.people()));
            }
        }
        if (part.given() instanceof Given.These these && !these.records().isEmpty()) {
            conditions.add(Tables.amongNamed(Tables.uuid(alias, "id"), these.records()));
        }
        if (part.above() instanceof Given.These these && !these.records().isEmpty()) {
            conditions.add(Tables.amongNamed(above(type, alias), these.records()));
        }
        return conditions;
    }

    private static List<Condition> large(Reach.Part part, ObjectType type, String alias, boolean probing) {
        List<Condition> conditions = new ArrayList<>();
        if (part.given() instanceof Given.Many many) {
            conditions.add(granted(many, Tables.uuid(alias, "id"), probing));
        }
        if (part.above() instanceof Given.Many many) {
            conditions.add(granted(many, above(type, alias), probing));
        }
        return conditions;
    }

    private static Condition granted(Given.Many many, Field<UUID> record, boolean probing) {
        return probing ? GrantConditions.probed(many.wanted(), record) : GrantConditions.listed(many.wanted(), record);
    }

    private static Field<UUID> owner(ObjectType type, String alias) {
        return Tables.uuid(alias, Objects.requireNonNull(type.owner()).columns().getFirst().name());
    }

    private static Field<UUID> above(ObjectType type, String alias) {
        return Tables.uuid(alias, Objects.requireNonNull(type.hanging()).above().columns().getFirst().name());
    }

    private static Field<UUID> aboveOwner(ObjectType type, String alias) {
        return Tables.uuid(alias, Objects.requireNonNull(type.hanging()).owner().columns().getFirst().name());
    }
}
