package io.keyuan.identity.leaving;

import static io.keyuan.identity.User.USER;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Choice;
import io.keyuan.engine.Draft;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Records;
import io.keyuan.engine.Ref;
import io.keyuan.engine.assign.Handover;
import io.keyuan.engine.jobs.JobKind;
import io.keyuan.engine.jobs.JobRun;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Somebody leaves: they can no longer sign in, and everything that is theirs or hangs on them passes on, piece by piece, as one
 * operation that can be taken back as a whole.
 */
@Component
class LeaveJob implements JobKind {

    static final String KIND = "leave";
    private static final int PIECE = 500;

    private final Handover handover;
    private final Ties ties;
    private final Doors doors;
    private final Records records;
    private final AuditTrail trail;

    LeaveJob(Handover handover, Ties ties, Doors doors, Records records, AuditTrail trail) {
        this.handover = handover;
        this.ties = ties;
        this.doors = doors;
        this.records = records;
        this.trail = trail;
    }

    /** The account: every record is in exactly one of the other two. */
    record Account(long in, long updated, long failed) {

        Account plus(long done, long not) {
            return new Account(in + done + not, updated + done, failed + not);
        }
    }

    /**
     * How far it is.
     *
     * @param part which of the objects and ties is being passed on; 0 until the doors are shut
     * @param after the last record of it that was looked at; null before the first
     * @param all how many records there were in the beginning
     */
    record Progress(int part, @Nullable UUID after, long all, Account account) {

        JobRun.Piece piece() {
            return new JobRun.Piece(all == 0 ? 1 : Math.min(1, (double) account.in() / all), account, this);
        }
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public boolean isUndoable(JsonNode arguments) {
        return true;
    }

    @Override
    public void run(JobRun run) {
        Order order = run.arguments(Order.class);
        Progress noted = run.checkpoint(Progress.class);
        Progress progress = noted == null ? new Progress(0, null, 1 + all(order.person()), new Account(0, 0, 0)) : noted;
        int parts = 1 + handover.objects().size() + Ties.ALL.size();
        while (progress.part() < parts) {
            progress = piece(run, order, progress);
        }
        run.report(1, progress.account());
    }

    long all(UUID person) {
        long owned = handover.objects().stream().mapToLong(type -> handover.count(type, person)).sum();
        return owned + Ties.ALL.stream().mapToLong(tie -> ties.count(tie, person)).sum();
    }

    private Progress piece(JobRun run, Order order, Progress before) {
        Progress[] after = {before};
        run.piece(() -> {
            after[0] = next(order, before);
            return after[0].piece();
        });
        return after[0];
    }

    private Progress next(Order order, Progress before) {
        List<ObjectType> owned = handover.objects();
        if (before.part() == 0) {
            return shutDoors(order, before);
        }
        if (before.part() <= owned.size()) {
            return passOn(owned.get(before.part() - 1), order, before);
        }
        return untie(Ties.ALL.get(before.part() - 1 - owned.size()), order, before);
    }

    /** First of all: whoever leaves changes nothing any more. */
    private Progress shutDoors(Order order, Progress before) {
        Draft draft = Draft.update(USER, order.person(), null, Map.of()).set(USER.account, Choice.of("disabled"));
        records.save(new Batch(USER, List.of(draft)));
        doors.shut(order.person());
        trail.keep(new AuditEvent("person-left", USER.name(), order.person(), Map.of("successor", order.successor().toString())));
        return new Progress(1, null, before.all(), before.account().plus(1, 0));
    }

    private Progress passOn(ObjectType type, Order order, Progress before) {
        Handover.Piece piece = handover.next(type, order.person(), order.successor(), before.after(), PIECE);
        return piece == null ? nextPart(before) : moved(before, piece.last(), piece.given(), piece.kept().size());
    }

    private Progress untie(Tie tie, Order order, Progress before) {
        List<UUID> page = ties.page(tie, order.person(), before.after(), PIECE);
        if (page.isEmpty()) {
            return nextPart(before);
        }
        Function<UUID, @Nullable UUID> heir = heir(tie, order);
        long done = saved(tie, page, heir);
        if (tie.equals(Ties.STAND_INS) && done < page.size()) {
            // Nobody stands in for themselves: those who would go without.
            done += saved(tie, ties.page(tie, order.person(), before.after(), PIECE), any -> null);
        }
        return moved(before, page.getLast(), done, page.size() - done);
    }

    private long saved(Tie tie, List<UUID> ids, Function<UUID, @Nullable UUID> heir) {
        List<Draft> drafts = ids.stream().map(id -> draft(tie, id, heir.apply(id))).toList();
        return records.saveEach(new Batch(tie.type(), drafts)).live().size();
    }

    private static Draft draft(Tie tie, UUID id, @Nullable UUID heir) {
        return Draft.update(tie.type(), id, null, Map.of()).set(tie.attribute(), heir == null ? null : Ref.to(heir));
    }

    /** Whoever stands above the new manager, or is it, comes to report to whom the one who leaves reported to: else there were a circle. */
    private Function<UUID, @Nullable UUID> heir(Tie tie, Order order) {
        if (!tie.equals(Ties.REPORTS)) {
            return any -> order.successor();
        }
        Set<UUID> above = ties.lineOf(order.manager());
        UUID higher = ties.manager(order.person());
        return id -> above.contains(id) ? higher : order.manager();
    }

    private static Progress nextPart(Progress before) {
        return new Progress(before.part() + 1, null, before.all(), before.account());
    }

    private static Progress moved(Progress before, UUID last, long done, long not) {
        return new Progress(before.part(), last, before.all(), before.account().plus(done, not));
    }

    static boolean isCaller(UUID person) {
        return Objects.equals(person, Caller.current().person());
    }
}
