package io.keyuan.engine.undo;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.jobs.JobKind;
import io.keyuan.engine.jobs.JobRun;
import io.keyuan.engine.jobs.Jobs;
import io.keyuan.engine.jobs.LeftRecords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Takes back what another job changed, the newest change first. A record is dealt with where its newest change comes by, so
 * that each is dealt with once however often the job touched it.
 */
@Component
class UndoJob implements JobKind {

    private static final int PIECE = 500;
    private static final LeftRecords.File KEPT = new LeftRecords.File("kept.csv", "undo.kept.");

    private final Traces traces;
    private final Reversal reversal;
    private final PuttingBack puttingBack;
    private final LeftRecords leftRecords;
    private final ObjectTypes types;
    private final Jobs jobs;
    private final List<ChangedBeside> beside;

    UndoJob(Traces traces, Reversal reversal, PuttingBack puttingBack, LeftRecords leftRecords, ObjectTypes types, Jobs jobs, List<ChangedBeside> beside) {
        this.traces = traces;
        this.reversal = reversal;
        this.puttingBack = puttingBack;
        this.leftRecords = leftRecords;
        this.types = types;
        this.jobs = jobs;
        this.beside = List.copyOf(beside);
    }

    /**
     * How far it is.
     *
     * @param passed the last change that was gone past; null before the first
     */
    record Progress(@Nullable UUID passed, long marks, Account account) {}

    @Override
    public String name() {
        return Jobs.UNDO;
    }

    @Override
    public Map<String, Object> about(JsonNode arguments) {
        return Map.of("job", arguments.path("job").asString(""), "insist", arguments.path("insist").asBoolean(false));
    }

    @Override
    public LeftRecords.File left() {
        return KEPT;
    }

    @Override
    public boolean isInsistable(JsonNode result) {
        return result.path("kept").asLong(0) > 0;
    }

    @Override
    public void run(JobRun run) {
        Jobs.Undoing order = run.arguments(Jobs.Undoing.class);
        Progress noted = run.checkpoint(Progress.class);
        Progress progress = noted == null ? new Progress(null, 0, Account.NONE) : noted;
        int all = traces.count(order.job());
        List<Traces.Mark> page = traces.page(order.job(), progress.passed(), PIECE);
        while (!page.isEmpty()) {
            progress = piece(run, order, page, progress, all);
            page = traces.page(order.job(), progress.passed(), PIECE);
        }
        for (ChangedBeside each : beside) {
            progress = beside(run, order, each, progress);
        }
        if (progress.account().isComplete()) {
            jobs.undone(order.job());
        }
        run.report(1, progress.account());
    }

    private Progress piece(JobRun run, Jobs.Undoing order, List<Traces.Mark> page, Progress before, int all) {
        var after = new AtomicReference<>(before);
        run.piece(() -> {
            Account account = before.account().plus(takeBack(run, order, page));
            var progress = new Progress(page.getLast().id(), before.marks() + page.size(), account);
            after.set(progress);
            return new JobRun.Piece(Math.min(1, (double) progress.marks() / Math.max(1, all)), account, progress);
        });
        return Objects.requireNonNull(after.get());
    }

    private static Progress beside(JobRun run, Jobs.Undoing order, ChangedBeside changed, Progress before) {
        var progress = new AtomicReference<>(before);
        var left = new AtomicBoolean(true);
        while (left.get()) {
            run.piece(() -> {
                ChangedBeside.TakenBack taken = changed.takeBack(order.job(), PIECE);
                left.set(taken.count() == PIECE);
                Progress so = Objects.requireNonNull(progress.get());
                var next = new Progress(so.passed(), so.marks(), so.account().plus(Account.of(taken)));
                progress.set(next);
                return new JobRun.Piece(1, next.account(), next);
            });
        }
        return Objects.requireNonNull(progress.get());
    }

    private Account takeBack(JobRun run, Jobs.Undoing order, List<Traces.Mark> page) {
        Map<String, Set<UUID>> byObject = new LinkedHashMap<>();
        page.forEach(mark -> byObject.computeIfAbsent(mark.object(), any -> new HashSet<>()).add(mark.record()));
        Set<UUID> newest = new HashSet<>(page.stream().map(Traces.Mark::id).toList());
        if (jobs.isWoven(order.job())) {
            return unweave(run, order, byObject, newest);
        }
        Account account = Account.NONE;
        for (var each : byObject.entrySet()) {
            ObjectType type = types.byName(each.getKey());
            if (type != null && type.parent() == null) {
                List<Trace> due = traces.of(order.job(), each.getValue()).values().stream()
                        .filter(trace -> newest.contains(trace.steps().getLast().id()))
                        .toList();
                account = account.plus(takeBack(run, order, type, due));
            }
        }
        return account;
    }

    /** What is to be put back together: records of one object to which the same was done, one after the other. */
    private record Stretch(ObjectType type, List<Trace> traces) {

        boolean goesOn(ObjectType object, Trace trace) {
            return type.equals(object) && trace.began().equals("delete") == traces.getLast().began().equals("delete");
        }
    }

    /** In the reverse order: what points to a record comes back after the record does, what the record is to have again is free by then. */
    private Account unweave(JobRun run, Jobs.Undoing order, Map<String, Set<UUID>> byObject, Set<UUID> newest) {
        Set<UUID> ours = jobs.undoings(order.job());
        Map<UUID, Stretch> found = new TreeMap<>(Comparator.reverseOrder());
        byObject.forEach((object, records) -> {
            ObjectType type = types.byName(object);
            if (type != null) {
                traces.of(order.job(), records).values().stream()
                        .filter(trace -> newest.contains(trace.steps().getLast().id()))
                        .forEach(trace -> found.put(trace.steps().getLast().id(), new Stretch(type, List.of(trace))));
            }
        });
        List<Stretch> stretches = new ArrayList<>();
        found.values().forEach(each -> {
            Trace trace = each.traces().getFirst();
            if (stretches.isEmpty() || !stretches.getLast().goesOn(each.type(), trace)) {
                stretches.add(new Stretch(each.type(), new ArrayList<>()));
            }
            stretches.getLast().traces().add(trace);
        });
        Set<UUID> awaited = new HashSet<>();
        stretches.stream().filter(stretch -> Trace.areDeletions(stretch.traces())).flatMap(stretch -> stretch.traces().stream())
                .forEach(trace -> awaited.add(trace.record()));
        Account account = Account.NONE;
        for (Stretch stretch : stretches) {
            stretch.traces().stream().filter(trace -> trace.began().equals("delete")).forEach(trace -> awaited.remove(trace.record()));
            PuttingBack.Done done = puttingBack.apply(stretch.type(), order, ours, stretch.traces(), Set.copyOf(awaited));
            leftRecords.write(run, KEPT, stretch.type(), done.left());
            account = account.plus(done.account());
        }
        return account;
    }

    private Account takeBack(JobRun run, Jobs.Undoing order, ObjectType type, List<Trace> due) {
        Set<UUID> ours = jobs.undoings(order.job());
        List<Trace> open = due.stream().filter(trace -> !ours.contains(trace.latest().operation())).toList();
        Map<Boolean, List<Trace>> byWish = open.stream()
                .filter(trace -> !trace.isAsBefore())
                .collect(Collectors.partitioningBy(trace -> order.insist() || trace.isLastOf(order.job())));
        Map<UUID, Refusal> left = new LinkedHashMap<>();
        Objects.requireNonNull(byWish.get(false)).forEach(trace -> left.put(trace.record(), Refusal.CHANGED_SINCE));
        left.putAll(reversal.apply(type, order, Objects.requireNonNull(byWish.get(true))));
        Map<UUID, List<Fault>> why = new LinkedHashMap<>();
        left.forEach((record, refusal) -> why.put(record, refusal.why()));
        leftRecords.write(run, KEPT, type, why);
        return open.stream().map(trace -> account(trace, left.get(trace.record()))).reduce(Account.NONE, Account::plus);
    }

    private static Account account(Trace trace, @Nullable Refusal refusal) {
        if (refusal != null) {
            return refusal.changedSince() ? Account.ofKept() : Account.ofFailed();
        }
        return switch (trace.began()) {
            case "update", "delete" -> Account.ofRestored();
            default -> Account.ofRemoved();
        };
    }
}
