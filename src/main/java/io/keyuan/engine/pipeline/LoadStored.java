package io.keyuan.engine.pipeline;

import static org.jooq.impl.DSL.falseCondition;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import io.keyuan.engine.Row;
import io.keyuan.engine.query.Reader;
import io.keyuan.engine.query.VisibilityCondition;
import io.keyuan.engine.sql.Tables;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * May the caller touch these rows? Reads and locks them, in the order of their ids so that two batches never wait for each
 * other in a circle; a row out of sight is not there, and one that is seen but not reached with this right is refused. What
 * somebody takes back was written for them and is reached. From here on
 * nobody else changes them until this batch is done, which makes the version compared here the version written. Whoever gets a
 * new owner is locked as for being deleted, so that meanwhile nobody hangs something on it with the owner that was.
 */
@Component
final class LoadStored implements Step {

    private final DSLContext sql;
    private final VisibilityCondition visibility;
    private final ChoiceLists choices;

    LoadStored(DSLContext sql, VisibilityCondition visibility, ChoiceLists choices) {
        this.sql = sql;
        this.visibility = visibility;
        this.choices = choices;
    }

    @Override
    public void apply(Batch batch) {
        for (Draft.Action action : List.of(Draft.Action.UPDATE, Draft.Action.DELETE, Draft.Action.RESTORE)) {
            Batch.Selection drafts = batch.live(action);
            if (!drafts.isEmpty()) {
                load(batch, action, drafts);
            }
        }
    }

    private void load(Batch batch, Draft.Action action, Batch.Selection drafts) {
        Map<UUID, Row> rows = rows(batch, action, drafts);
        Set<UUID> seen = seen(batch.type(), action, drafts.where(draft -> !rows.containsKey(draft.id())));
        Set<UUID> taken = new HashSet<>();
        drafts.forEach(draft -> {
            Row row = rows.get(draft.id());
            if (row == null && seen.contains(draft.id())) {
                draft.fail(ProblemKind.FORBIDDEN, Fault.whole("may-only-see-" + draft.right().name().toLowerCase(Locale.ROOT)));
            } else if (row == null) {
                draft.fail(ProblemKind.NOT_FOUND);
            } else if (!taken.add(draft.id())) {
                // Whoever names a record twice in one batch has not seen what the first of the two makes of it.
                draft.fail(ProblemKind.CONFLICT, Fault.whole("changed-meanwhile"));
            } else {
                draft.load(withMeanings(row.type(), row.state()));
                checkVersion(draft);
            }
        });
    }

    private Map<UUID, Row> rows(Batch batch, Draft.Action action, Batch.Selection drafts) {
        ObjectType type = batch.type();
        UUID[] ids = drafts.stream().map(Draft::id).distinct().toArray(UUID[]::new);
        Condition there = action == Draft.Action.RESTORE ? Tables.alive("t").not() : Tables.alive("t");
        Reader reader = Reader.all(type);
        var query = sql.select(reader.fields("t"))
                .from(Tables.rows(type, "t"))
                .where(Tables.ofTenant(type, "t"))
                .and(Tables.among(Tables.uuid("t", "id"), ids))
                .and(there)
                .and(reached(type, drafts))
                .orderBy(Tables.uuid("t", "id"));
        boolean owner = type.owner() != null && drafts.stream().anyMatch(draft -> mayChange(type.owner(), draft));
        var locked = (owner ? query.forUpdate() : query.forNoKeyUpdate()).of(Tables.rows(type, "t"));
        return reader.fetch(locked).stream().collect(Collectors.toMap(LoadStored::id, Function.identity()));
    }

    /** What lies in the bin is seen by whoever may bring it back. */
    private Set<UUID> seen(ObjectType type, Draft.Action action, Batch.Selection missing) {
        if (missing.isEmpty() || action == Draft.Action.RESTORE) {
            return Set.of();
        }
        return sql.select(Tables.uuid("t", "id"))
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(among(missing.drafts()))
                .and(Tables.alive("t"))
                .and(visibility.of(Right.READ, type, "t"))
                .fetchSet(Tables.uuid("t", "id"));
    }

    private static boolean mayChange(Attribute<?> owner, Draft draft) {
        return draft.right() == Right.ASSIGN || draft.input().containsKey(owner.name());
    }

    private Condition reached(ObjectType type, Batch.Selection drafts) {
        Map<Right, List<Draft>> byRight = drafts.stream().collect(Collectors.groupingBy(Draft::right));
        Condition reached = byRight.size() == 1 ? visibility.of(drafts.drafts().getFirst().right(), type, "t") : falseCondition();
        if (byRight.size() > 1) {
            for (var each : byRight.entrySet()) {
                reached = reached.or(among(each.getValue()).and(visibility.of(each.getKey(), type, "t")));
            }
        }
        List<Draft> takenBack = drafts.where(Draft::takesBack).drafts();
        return takenBack.isEmpty() ? reached : reached.or(among(takenBack));
    }

    private static Condition among(List<Draft> drafts) {
        return Tables.among(Tables.uuid("t", "id"), drafts.stream().map(Draft::id).distinct().toArray(UUID[]::new));
    }

    private static UUID id(Row row) {
        return Objects.requireNonNull(row.get(row.type().id));
    }

    /** Rules ask what a stage means; the table knows only its code. */
    private @Nullable Object[] withMeanings(ObjectType type, @Nullable Object[] state) {
        for (Attribute<?> attribute : type.attributes()) {
            if (attribute.type() instanceof ChoiceType choice
                    && choice.meanings() != null
                    && attribute.ordinal() < state.length
                    && state[attribute.ordinal()] instanceof Choice stored) {
                Choice known = choices.of(attribute).find(stored.code());
                state[attribute.ordinal()] = known == null ? stored : known;
            }
        }
        return state;
    }

    private static void checkVersion(Draft draft) {
        Long expected = draft.expectedVersion();
        if (expected != null && !expected.equals(draft.old(draft.type().version))) {
            draft.fail(ProblemKind.STALE, Fault.whole("stale"));
        }
    }
}
