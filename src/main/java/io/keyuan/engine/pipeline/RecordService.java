package io.keyuan.engine.pipeline;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Page;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Query;
import io.keyuan.engine.Records;
import io.keyuan.engine.Row;
import io.keyuan.engine.query.Lists;
import io.keyuan.engine.query.PastLists;
import io.keyuan.engine.query.RowJson;
import io.keyuan.engine.query.Titles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link Records} on the pipeline and the lists. */
@Service
class RecordService implements Records {

    private final Pipeline pipeline;
    private final Lists lists;
    private final PastLists past;
    private final Titles titles;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;

    RecordService(
            Pipeline pipeline, Lists lists, PastLists past, Titles titles, TransactionTemplate transaction, PlatformTransactionManager transactions) {
        this.pipeline = pipeline;
        this.lists = lists;
        this.past = past;
        this.titles = titles;
        this.transaction = transaction;
        // What the database refuses must not end a transaction around it, or nothing could be tried apart.
        savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Override
    public Batch save(Batch batch) {
        try {
            transaction.executeWithoutResult(status -> {
                Pipeline.Prepared prepared = pipeline.prepare(batch);
                batch.drafts().stream().filter(draft -> !draft.isAlive()).findFirst().ifPresent(this::refuse);
                pipeline.store(prepared);
            });
            return batch;
        } catch (DataIntegrityViolationException e) {
            // Another transaction took the value or the row between the check and the write.
            throw Problem.of(ProblemKind.CONFLICT, Fault.whole("changed-meanwhile"));
        }
    }

    private void refuse(Draft draft) {
        ProblemKind kind = java.util.Objects.requireNonNull(draft.failure());
        Map<String, Object> members = kind == ProblemKind.STALE ? Map.of("current", RowJson.map(lists.get(draft.type(), draft.id()))) : draft.told();
        throw new Problem(kind, draft.faults(), members);
    }

    @Override
    public Batch saveEach(Batch batch) {
        try {
            savepoint.executeWithoutResult(status -> pipeline.store(pipeline.prepare(batch)));
            return batch;
        } catch (DataIntegrityViolationException e) {
            return saveApart(batch);
        }
    }

    @Override
    public Batch judge(Batch batch) {
        savepoint.executeWithoutResult(status -> {
            // Rows were locked to be judged; nobody has to wait for who only looks.
            status.setRollbackOnly();
            pipeline.prepare(batch);
        });
        return batch;
    }

    /** The database refused the whole because of one: halves are tried until that one stands alone. */
    private Batch saveApart(Batch batch) {
        List<Draft> again = batch.drafts().stream().map(Draft::again).toList();
        if (again.size() == 1) {
            Draft draft = again.getFirst();
            draft.fail(ProblemKind.CONFLICT, Fault.whole("changed-meanwhile"));
            return new Batch(batch.type(), again);
        }
        int half = again.size() / 2;
        List<Draft> done = new ArrayList<>(saveEach(new Batch(batch.type(), again.subList(0, half))).drafts());
        done.addAll(saveEach(new Batch(batch.type(), again.subList(half, again.size()))).drafts());
        return new Batch(batch.type(), done);
    }

    @Override
    public Row get(ObjectType type, UUID id) {
        return lists.get(type, id);
    }

    @Override
    public Row get(ObjectType type, UUID id, Instant asOf) {
        return past.get(type, id, asOf);
    }

    @Override
    public Row getDeleted(ObjectType type, UUID id) {
        return lists.getDeleted(type, id);
    }

    @Override
    public Row saved(Draft draft) {
        return lists.saved(draft);
    }

    @Override
    public Map<UUID, String> titles(ObjectType type, Set<UUID> ids) {
        return titles.of(type, ids);
    }

    @Override
    public Page list(Query query) {
        return query.asOf() == null ? lists.page(query) : past.page(query);
    }
}
