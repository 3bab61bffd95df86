package io.keyuan.engine.audit;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import io.keyuan.engine.Ids;
import io.keyuan.engine.audit.TrailSource.Way;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectLimitStep;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks for something in both tables of the trail, the newest first. What no index decides is looked for among the next
 * {@value #WALK} rows of each table only, so that no page takes long however much there is; the next page goes on from there.
 */
@Component
class TrailSearch {

    private static final int WALK = 20_000;
    private static final int SECONDS = 3;

    private final DSLContext sql;
    private final KeptRow rows;

    TrailSearch(DSLContext sql, KeptRow rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /**
     * A page of what was found.
     *
     * @param next behind which id there may be more; null where there is none
     * @param searchedTo how far back was looked, where that is not yet to the end and the page is not full; otherwise null
     */
    record Found(List<Kept> rows, @Nullable UUID next, @Nullable Instant searchedTo) {}

    Found find(AuditQuery query) {
        List<Kept> found = new ArrayList<>();
        UUID floor = null;
        for (TrailSource source : TrailSource.values()) {
            for (Way way : source.isAsked(query) ? source.ways(query) : List.<Way>of()) {
                List<Kept> some = read(source, way, query);
                found.addAll(some);
                floor = higher(floor, some.size() > query.limit() ? null : endOfWalk(source, way, query));
            }
        }
        Collections.sort(found);
        return page(found, floor, query.limit());
    }

    private static @Nullable UUID higher(@Nullable UUID one, @Nullable UUID other) {
        return one == null || other != null && Kept.compare(other, one) > 0 ? other : one;
    }

    /** What lies behind the end of one walk may have others between it that were not looked at yet. */
    private static Found page(List<Kept> found, @Nullable UUID floor, int limit) {
        List<Kept> sure = floor == null ? found : found.stream().filter(row -> Kept.compare(row.id(), floor) >= 0).toList();
        if (sure.size() > limit) {
            List<Kept> shown = List.copyOf(sure.subList(0, limit));
            return new Found(shown, shown.getLast().id(), null);
        }
        return new Found(List.copyOf(sure), floor, floor == null ? null : Instant.ofEpochMilli(floor.getMostSignificantBits() >>> 16));
    }

    private List<Kept> read(TrailSource source, Way way, AuditQuery query) {
        boolean decided = way.rest().equals(noCondition());
        Table<?> from = decided ? source.table() : walk(source, way, query, source.fields()).limit(WALK).asTable("t");
        Condition which = decided ? inRange(query).and(way.lead()) : way.rest();
        return sql.select(source.fields())
                .from(from)
                .where(decided ? which.and(Tables.ofTenant("t")) : which)
                .orderBy(order(way))
                .limit(query.limit() + 1)
                .queryTimeout(SECONDS)
                .fetch(row -> rows.of(source, row));
    }

    /** The last row that was looked at; null where all were. */
    private @Nullable UUID endOfWalk(TrailSource source, Way way, AuditQuery query) {
        if (way.rest().equals(noCondition())) {
            return null;
        }
        Select<? extends Record> last = walk(source, way, query, List.of(TrailSource.ID)).limit(1).offset(WALK - 1);
        return sql.fetchOptional(last).map(row -> row.get(TrailSource.ID)).orElse(null);
    }

    private SelectLimitStep<? extends Record> walk(TrailSource source, Way way, AuditQuery query, List<Field<?>> fields) {
        return DSL.select(fields).from(source.table()).where(Tables.ofTenant("t")).and(inRange(query)).and(way.lead()).orderBy(order(way));
    }

    /** By text where the index has no order: the planner must not hope to meet the rows on a walk through all of them. */
    private static SortField<?> order(Way way) {
        return way.unordered() ? TrailSource.ID.cast(SQLDataType.CLOB).collate("C").desc() : TrailSource.ID.desc();
    }

    private static Condition inRange(AuditQuery query) {
        return (query.before() == null ? noCondition() : TrailSource.ID.lt(val(query.before())))
                .and(query.to() == null ? noCondition() : TrailSource.ID.lt(val(Ids.first(query.to()))))
                .and(query.from() == null ? noCondition() : TrailSource.ID.ge(val(Ids.first(query.from()))));
    }
}
