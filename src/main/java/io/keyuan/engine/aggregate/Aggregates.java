package io.keyuan.engine.aggregate;

import io.keyuan.engine.Access;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Reach;
import io.keyuan.engine.Right;
import io.keyuan.engine.TenantSettings;
import io.keyuan.engine.audit.Disclosures;
import io.keyuan.engine.query.Conditions;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Counts and adds up what the caller may read: one statement, and one more for the titles of each object grouped by. */
@Component
public class Aggregates {

    private final DSLContext sql;
    private final ObjectTypes types;
    private final Access access;
    private final Conditions conditions;
    private final TenantSettings settings;
    private final GroupOrder order;
    private final GroupJson json;

    Aggregates(
            DSLContext sql,
            ObjectTypes types,
            Access access,
            Conditions conditions,
            TenantSettings settings,
            GroupOrder order,
            GroupJson json) {
        this.sql = sql;
        this.types = types;
        this.access = access;
        this.conditions = conditions;
        this.settings = settings;
        this.order = order;
        this.json = json;
    }

    /**
     * @throws io.keyuan.engine.Problem {@link io.keyuan.engine.ProblemKind#MALFORMED} with a fault at {@code group} or
     *     {@code measure}, or what is wrong with the filter
     */
    public AggregateResult run(AggregateQuery query) {
        var source = new Source(types, access, conditions, query.type());
        List<Group> groups = groups(source, query);
        List<Measure> measures = measures(source, query);
        var filter = conditions.filter(query.type(), Source.ROW, query.filter());
        var found = Collected.from(new Statement(source, groups, measures), groups, measures, sql, filter);
        tell(groups, measures, found.groups());
        return new AggregateResult(
                json.of(groups, order.ordered(groups, found.groups()), settings.baseCurrency()),
                isRestricted(query.type()),
                found.truncated());
    }

    /** Whoever groups by telephone numbers reads them. */
    private static void tell(List<Group> groups, List<Measure> measures, List<Tallies> told) {
        for (int i = 0; i < groups.size(); i++) {
            int at = i;
            if (told.stream().anyMatch(tallies -> tallies.key().get(at) != null)) {
                Disclosures.noteGrouped(groups.get(i).attribute());
            }
        }
        if (!told.isEmpty()) {
            measures.stream().map(Measure::attribute).filter(Objects::nonNull).forEach(Disclosures::noteGrouped);
        }
    }

    private List<Group> groups(Source source, AggregateQuery query) {
        var parser = new GroupParser(source, settings.zone());
        return query.groups().stream().distinct().map(parser::parse).toList();
    }

    private static List<Measure> measures(Source source, AggregateQuery query) {
        return query.measures().stream().distinct().map(name -> Measure.parse(source, name)).toList();
    }

    /** What is part of a record is reached with it. */
    private boolean isRestricted(ObjectType type) {
        return type.parent() == null
                ? !(access.reach(Right.READ, type) instanceof Reach.Everything)
                : isRestricted(Objects.requireNonNull(types.target(type.parent())));
    }
}
