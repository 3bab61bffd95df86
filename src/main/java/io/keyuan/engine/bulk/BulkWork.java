package io.keyuan.engine.bulk;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries out orders, some records at a time, or only finds out what would become of them. */
@Component
class BulkWork {

    private static final List<Fault> GONE = List.of(Fault.whole("not-there-any-more"));

    private final Records records;

    BulkWork(Records records) {
        this.records = records;
    }

    /**
     * What became of some records.
     *
     * @param left why those that stayed as they were did
     */
    record Done(BulkTally tally, Map<UUID, List<Fault>> left) {}

    /** In the current transaction, which a look leaves as it was. */
    Done some(ObjectType type, BulkOrder order, ChosenRecords.Page page) {
        List<Draft> drafts = page.there().stream().map(id -> draft(type, id, order.update())).toList();
        Batch batch = new Batch(type, drafts);
        return done(page, order, (order.dryRun() ? records.judge(batch) : records.saveEach(batch)).drafts());
    }

    /** Whoever changes many has looked at none of them: no version is expected. */
    @SuppressWarnings("NullAway")
    private static Draft draft(ObjectType type, UUID id, @Nullable Map<String, @Nullable Object> values) {
        return values == null ? Draft.delete(type, id, null) : Draft.update(type, id, null, values);
    }

    private static Done done(ChosenRecords.Page page, BulkOrder order, List<Draft> drafts) {
        Map<UUID, List<Fault>> left = new LinkedHashMap<>();
        drafts.stream().filter(draft -> !draft.isAlive()).forEach(draft -> left.put(draft.id(), why(draft)));
        page.missing().forEach(id -> left.put(id, GONE));
        long changed = drafts.stream().filter(draft -> draft.isAlive() && draft.isEffective()).count();
        long same = drafts.stream().filter(draft -> draft.isAlive() && !draft.isEffective()).count();
        boolean deletes = order.update() == null;
        return new Done(BulkTally.of(deletes ? 0 : changed, same, deletes ? changed : 0, left.values()), left);
    }

    /** Somebody else may have deleted it since the page was read. */
    private static List<Fault> why(Draft draft) {
        return draft.failure() == ProblemKind.NOT_FOUND || draft.faults().isEmpty() ? GONE : draft.faults();
    }
}
