package io.keyuan.engine.advice;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Page;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.query.Titles;
import io.keyuan.engine.sql.Tables;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** On which pages a rule would be told now, as far as the current caller sees them. */
@Component
class AdviceTrial {

    private static final int COUNTED = 1_000;
    private static final int SHOWN = 10;
    /** As long as anybody waits for a list. */
    private static final int SECONDS = 3;

    private final DSLContext sql;
    private final Conditions conditions;
    private final AdviceConditions advice;
    private final Titles titles;

    AdviceTrial(DSLContext sql, Conditions conditions, AdviceConditions advice, Titles titles) {
        this.sql = sql;
        this.conditions = conditions;
        this.advice = advice;
        this.titles = titles;
    }

    /**
     * @param items the newest of them
     * @param filter by which a list shows them all; null where no filter does
     */
    record Outcome(Page.Count count, List<Item> items, @Nullable String filter) {}

    record Item(UUID id, String title) {}

    /** @throws io.keyuan.engine.Problem where one would wait too long, or the rule names what the caller has not */
    Outcome of(ObjectType type, Rule rule) {
        Field<UUID> id = Tables.uuid("t", "id");
        List<UUID> ids = sql.select(id)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.alive("t"))
                .and(conditions.visible(Right.READ, type, "t"))
                .and(advice.told(type, rule))
                .orderBy(id.desc())
                .limit(COUNTED + 1)
                .queryTimeout(SECONDS)
                .fetch(id);
        List<UUID> shown = ids.subList(0, Math.min(SHOWN, ids.size()));
        Map<UUID, String> named = shown.isEmpty() ? Map.of() : titles.of(type, Set.copyOf(shown));
        return new Outcome(
                new Page.Count(Math.min(ids.size(), COUNTED), ids.size() <= COUNTED),
                shown.stream().map(each -> new Item(each, named.getOrDefault(each, ""))).toList(), advice.filter(type, rule));
    }
}
