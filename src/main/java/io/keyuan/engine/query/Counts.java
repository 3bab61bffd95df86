package io.keyuan.engine.query;

import static org.jooq.impl.DSL.select;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Page;
import io.keyuan.engine.Query;
import io.keyuan.engine.sql.Tables;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How many records a list has. To find that there are more than a thousand can cost many times what a page costs, and
 * every page and order of the list asks again; so that is remembered for a few seconds, and only that.
 */
@Component
class Counts {

    private static final int COUNTED = 1_000;
    private static final Duration KEPT = Duration.ofSeconds(20);
    private static final int MOST = 10_000;

    private final DSLContext sql;
    private final Cache<Asked, Page.Count> many = Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    Counts(DSLContext sql) {
        this.sql = sql;
    }

    /** @param wanted what a record must meet to be in the list, for the alias {@code t} */
    Page.@Nullable Count of(Query query, Wanted wanted) {
        return switch (query.count()) {
            case NONE -> null;
            case CAPPED -> capped(query, wanted);
            case EXACT -> exact(query.type(), wanted.whole());
        };
    }

    private Page.Count exact(ObjectType type, Condition wanted) {
        var all = sql.selectCount().from(Tables.of(type, "t")).where(wanted);
        return new Page.Count(value(all.queryTimeout(Lists.SECONDS).fetchOne(0, Long.class)), true);
    }

    private Page.Count capped(Query query, Wanted wanted) {
        var asked = new Asked(Caller.current(), query.type().name(), query.filter(), query.deleted());
        Page.Count known = many.getIfPresent(asked);
        if (known != null) {
            return known;
        }
        Page.Count counted = upToThousand(query.type(), wanted);
        if (!counted.exact()) {
            many.put(asked, counted);
        }
        return counted;
    }

    private Page.Count upToThousand(ObjectType type, Wanted wanted) {
        return count(Query.Count.CAPPED, most -> wanted.isManifold() ? ofEach(type, wanted, most) : some(type, wanted.single(), most));
    }

    /** @param some the ids of the list, up to so many */
    Page.Count count(Query.Count how, IntFunction<Select<Record1<UUID>>> some) {
        boolean exact = how == Query.Count.EXACT;
        var ids = some.apply(exact ? Integer.MAX_VALUE : COUNTED + 1).asTable("first");
        long value = value(sql.selectCount().from(ids).queryTimeout(Lists.SECONDS).fetchOne(0, Long.class));
        return new Page.Count(exact ? value : Math.min(value, COUNTED), exact || value <= COUNTED);
    }

    private static Select<Record1<UUID>> ofEach(ObjectType type, Wanted wanted, int most) {
        return wanted.reasons().stream().map(reason -> some(type, wanted.because(reason.condition()), most)).reduce(Select::union).orElseThrow();
    }

    private static Select<Record1<UUID>> some(ObjectType type, Condition condition, int most) {
        return select(Tables.uuid("t", "id")).from(Tables.of(type, "t")).where(condition).limit(most);
    }

    private static long value(@Nullable Long count) {
        return Objects.requireNonNull(count);
    }

    /** A filter may mean something else to another person, and another person may see other records. */
    private record Asked(Caller caller, String type, @Nullable String filter, boolean deleted) {}
}
