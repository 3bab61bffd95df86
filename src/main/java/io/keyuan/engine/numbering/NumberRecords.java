package io.keyuan.engine.numbering;

import static org.jooq.impl.DSL.noCondition;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Draft;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.Records;
import io.keyuan.engine.jobs.JobKind;
import io.keyuan.engine.jobs.JobRun;
import io.keyuan.engine.sql.Tables;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Gives numbers to records that were there before they were numbered, in the order in which they came, whoever may change them. */
@Component
class NumberRecords implements JobKind {

    static final String KIND = "number-records";

    private static final int PIECE = 500;

    private final DSLContext sql;
    private final ObjectTypes types;
    private final Records records;
    private final Numbers numbers;

    NumberRecords(DSLContext sql, ObjectTypes types, Records records, Numbers numbers) {
        this.sql = sql;
        this.types = types;
        this.records = records;
        this.numbers = numbers;
    }

    /** @param object the name in code */
    record Order(String object) {}

    /** How many had none when it began, and what became of those. */
    record Tally(long all, long updated, long failed) {}

    record Progress(@Nullable UUID passed, Tally tally) {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public Map<String, Object> about(JsonNode arguments) {
        ObjectType type = types.byName(arguments.path("object").asString(""));
        return Map.of("object", type == null ? "" : type.path());
    }

    @Override
    public boolean isUndoable(JsonNode arguments) {
        return true;
    }

    @Override
    public void run(JobRun run) {
        ObjectType type = types.byName(run.arguments(Order.class).object());
        Attribute<String> number = type == null ? null : type.numbered();
        if (type == null || number == null) {
            throw Problem.notFound();
        }
        Progress noted = run.checkpoint(Progress.class);
        Progress progress = noted == null ? new Progress(null, new Tally(count(number), 0, 0)) : noted;
        boolean more = true;
        while (more) {
            Progress after = piece(run, number, progress);
            more = !Objects.equals(after.passed(), progress.passed());
            progress = after;
        }
        run.report(1, progress.tally());
    }

    private int count(Attribute<String> number) {
        return sql.fetchCount(Tables.of(number.object(), "t"), Tables.ofTenant("t").and(Tables.alive("t")).and(Tables.words("t", number).isNull()));
    }

    /** @return how far it is; it is done where no record was passed any more */
    private Progress piece(JobRun run, Attribute<String> number, Progress before) {
        var after = new AtomicReference<>(before);
        run.piece(() -> {
            Progress done = some(number, before);
            after.set(done);
            Tally tally = done.tally();
            return new JobRun.Piece(Math.min(1, (double) (tally.updated() + tally.failed()) / Math.max(1, tally.all())), tally, done);
        });
        return Objects.requireNonNull(after.get());
    }

    private Progress some(Attribute<String> number, Progress before) {
        List<UUID> bare = lock(number, before.passed());
        List<String> taken = bare.isEmpty() ? List.of() : numbers.take(number, bare.size(), Set.of());
        if (taken.isEmpty()) {
            return before;
        }
        Iterator<String> next = taken.iterator();
        List<Draft> drafts = bare.stream().map(id -> Draft.update(number.object(), id, null, Map.of()).set(number, next.next())).toList();
        List<Draft> done = Caller.current().unbounded().get(() -> records.saveEach(new Batch(number.object(), drafts))).drafts();
        long updated = done.stream().filter(Draft::isAlive).count();
        Tally tally = before.tally();
        return new Progress(bare.getLast(), new Tally(tally.all(), tally.updated() + updated, tally.failed() + done.size() - updated));
    }

    private List<UUID> lock(Attribute<String> number, @Nullable UUID after) {
        ObjectType type = number.object();
        var id = Tables.uuid("t", "id");
        return sql.select(id)
                .from(Tables.rows(type, "t"))
                .where(Tables.ofTenant(type, "t"))
                .and(Tables.alive("t"))
                .and(Tables.words("t", number).isNull())
                .and(after == null ? noCondition() : id.gt(after))
                .orderBy(id)
                .limit(PIECE)
                .forNoKeyUpdate()
                .fetch(id);
    }
}
