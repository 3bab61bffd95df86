package io.keyuan.engine.quality;

import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.round;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Reach;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.sql.Tables;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks over what the caller may read: one statement, whatever there is to know. */
@Component
class Qualities {

    /** From so many of a hundred on a record is as good as complete. */
    private static final BigDecimal GOOD = BigDecimal.valueOf(80);

    /** Below this there is not much one could do with it. */
    private static final BigDecimal POOR = BigDecimal.valueOf(50);

    private static final int SECONDS = 3;

    private final DSLContext sql;
    private final Access access;
    private final Conditions conditions;

    Qualities(DSLContext sql, Access access, Conditions conditions) {
        this.sql = sql;
        this.access = access;
        this.conditions = conditions;
    }

    /**
     * @param completeness of all in the middle, in percent; null where there are none
     * @param good records that say at least 80 of a hundred parts
     * @param poor records that say less than half
     * @param stale records that nobody has changed for so long
     * @param missing what records should say and do not, where that is most often the case first
     * @param restricted whether there are records that the caller may not see
     */
    record Quality(
            int count, @Nullable String completeness, int good, int poor, int stale, int staleAfter, List<Missing> missing, boolean restricted) {}

    /** @param count of the records without it */
    record Missing(String attribute, int count) {}

    /** @throws Problem where the caller may not know how complete records are, or what is wrong with the filter */
    Quality of(ObjectType type, @Nullable String filter, int staleAfter) {
        Attribute<BigDecimal> kept = Objects.requireNonNull(type.completeness());
        if (!access.mayRead(kept)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-read"));
        }
        List<? extends Attribute<?>> wanted = type.wanted().stream().filter(access::mayRead).toList();
        Field<BigDecimal> completeness = Tables.column("t", kept).cast(SQLDataType.NUMERIC);
        List<SelectField<?>> figures = new ArrayList<>(List.of(
                count(), round(avg(completeness), 1), count().filterWhere(completeness.ge(GOOD)), count().filterWhere(completeness.lt(POOR)),
                count().filterWhere(Tables.time("t", "updated_at").lt(Tables.bound(Instant.now().minus(Duration.ofDays(staleAfter)))))));
        wanted.forEach(attribute -> figures.add(count().filterWhere(Tables.column("t", attribute).isNull())));
        Record told = sql.select(figures)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.alive("t"))
                .and(conditions.visible(Right.READ, type, "t"))
                .and(conditions.filter(type, "t", filter))
                .queryTimeout(SECONDS)
                .fetchSingle();
        List<Missing> missing = new ArrayList<>();
        int first = figures.size() - wanted.size();
        for (int i = 0; i < wanted.size(); i++) {
            missing.add(new Missing(wanted.get(i).name(), told.get(first + i, Integer.class)));
        }
        missing.sort(Comparator.comparingInt(Missing::count).reversed());
        BigDecimal middle = told.get(1, BigDecimal.class);
        return new Quality(
                told.get(0, Integer.class), middle == null ? null : middle.toPlainString(), told.get(2, Integer.class), told.get(3, Integer.class),
                told.get(4, Integer.class), staleAfter, missing, !(access.reach(Right.READ, type) instanceof Reach.Everything));
    }
}
