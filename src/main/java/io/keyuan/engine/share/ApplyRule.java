package io.keyuan.engine.share;

import static org.jooq.impl.DSL.noCondition;

import io.keyuan.engine.Notices;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.jobs.JobKind;
import io.keyuan.engine.jobs.JobRun;
import io.keyuan.engine.sql.GrantConditions;
import io.keyuan.engine.sql.Tables;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Gives what a new rule, or one with a new condition, gives of the records there are, and clears away what an older condition
 * gave. Records are locked while they are looked at, so that none changes between the look and the grant.
 */
@Component
class ApplyRule implements JobKind {

    static final String KIND = "sharing";

    private static final int PIECE = 2_000;

    private final RuleStore store;
    private final SharedByRules shared;
    private final StoredGrants grants;
    private final ObjectTypes types;
    private final NewsOfRules news;
    private final Notices notices;
    private final DSLContext sql;

    ApplyRule(
            RuleStore store, SharedByRules shared, StoredGrants grants, ObjectTypes types, NewsOfRules news, Notices notices,
            DSLContext sql) {
        this.store = store;
        this.shared = shared;
        this.grants = grants;
        this.types = types;
        this.news = news;
        this.notices = notices;
        this.sql = sql;
    }

    /**
     * What is to be done.
     *
     * @param rule null where it is gone
     * @param gone generations whose grants are of no use any more
     */
    record Order(String object, @Nullable UUID rule, @Nullable UUID generation, List<UUID> gone) {}

    /**
     * @param passed the last record looked at
     * @param told whether people know; null in what earlier releases noted
     */
    record Progress(@Nullable UUID passed, long looked, boolean cleared, @Nullable Boolean told) {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public Map<String, Object> about(JsonNode arguments) {
        return Map.of("object", arguments.path("object").asString(""));
    }

    @Override
    public void run(JobRun run) {
        Order order = run.arguments(Order.class);
        Progress noted = run.checkpoint(Progress.class);
        Progress progress = noted == null ? new Progress(null, 0, order.gone().isEmpty(), false) : noted;
        while (!progress.cleared()) {
            progress = clear(run, order, progress);
        }
        ObjectType type = types.byName(order.object());
        SharingRule rule = type == null ? null : due(order);
        while (type != null && rule != null) {
            Set<UUID> before = new HashSet<>();
            progress = look(run, type, rule, progress, before);
            rule = before.size() < PIECE ? null : due(order);
        }
        if (type != null && !Boolean.TRUE.equals(progress.told())) {
            tell(run, type, order, progress);
        }
        run.report(1, Map.of("looked", progress.looked()));
    }

    /** Once, when all is given: everybody learns how much. */
    private void tell(JobRun run, ObjectType type, Order order, Progress progress) {
        run.piece(() -> {
            SharingRule rule = due(order);
            if (rule != null) {
                notices.tell(news.applied(rule, type));
            }
            return new JobRun.Piece(1, Map.of("looked", progress.looked()), new Progress(progress.passed(), progress.looked(), true, true));
        });
    }

    /** A rule that was changed again has another job. */
    private @Nullable SharingRule due(Order order) {
        SharingRule rule = order.rule() == null ? null : store.find(order.rule());
        return rule != null && rule.active() && rule.generation().equals(order.generation()) ? rule : null;
    }

    private Progress look(JobRun run, ObjectType type, SharingRule rule, Progress before, Set<UUID> found) {
        var after = new AtomicReference<>(before);
        run.piece(() -> {
            List<UUID> ids = next(type, before.passed());
            found.clear();
            found.addAll(ids);
            shared.apply(type, List.of(rule), found);
            var progress = new Progress(ids.isEmpty() ? before.passed() : ids.getLast(), before.looked() + ids.size(), true, false);
            after.set(progress);
            return new JobRun.Piece(0.5, Map.of("looked", progress.looked()), progress);
        });
        return java.util.Objects.requireNonNull(after.get());
    }

    private List<UUID> next(ObjectType type, @Nullable UUID passed) {
        var id = Tables.uuid("t", "id");
        return sql.select(id)
                .from(Tables.rows(type, "t"))
                .where(Tables.ofTenant(type, "t"))
                .and(passed == null ? noCondition() : id.gt(passed))
                .orderBy(id)
                .limit(PIECE)
                .forShare()
                .fetch(id);
    }

    private Progress clear(JobRun run, Order order, Progress before) {
        var after = new AtomicReference<>(before);
        run.piece(() -> {
            boolean all = clear(order.gone()) < PIECE;
            var progress = new Progress(before.passed(), before.looked(), all, false);
            after.set(progress);
            return new JobRun.Piece(0, Map.of("looked", progress.looked()), progress);
        });
        grants.followed();
        return java.util.Objects.requireNonNull(after.get());
    }

    private int clear(List<UUID> gone) {
        var old = org.jooq.impl.DSL.select(Tables.uuid("o", "record_id"))
                .from(Tables.of(GrantConditions.TABLE, "o"))
                .where(Tables.ofTenant("o"))
                .and(Tables.uuid("o", "principal_id").in(gone))
                .limit(PIECE);
        return sql.deleteFrom(Tables.of(GrantConditions.TABLE, "g"))
                .where(Tables.ofTenant("g"))
                .and(Tables.uuid("g", "principal_id").in(gone))
                .and(Tables.uuid("g", "record_id").in(old))
                .execute();
    }
}
