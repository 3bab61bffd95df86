package io.keyuan.engine.undo;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.jobs.JobKind;
import io.keyuan.engine.jobs.JobRun;
import io.keyuan.engine.jobs.Jobs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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

    private final Traces traces;
    private final Reversal reversal;
    private final Kept kept;
    private final ObjectTypes types;
    private final Jobs jobs;

    UndoJob(Traces traces, Reversal reversal, Kept kept, ObjectTypes types, Jobs jobs) {
        this.traces = traces;
        this.reversal = reversal;
        this.kept = kept;
        this.types = types;
        this.jobs = jobs;
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

    private Account takeBack(JobRun run, Jobs.Undoing order, List<Traces.Mark> page) {
        Map<String, Set<UUID>> byObject = new LinkedHashMap<>();
        page.forEach(mark -> byObject.computeIfAbsent(mark.object(), any -> new HashSet<>()).add(mark.record()));
        Set<UUID> newest = new HashSet<>(page.stream().map(Traces.Mark::id).toList());
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

    private Account takeBack(JobRun run, Jobs.Undoing order, ObjectType type, List<Trace> due) {
        Set<UUID> ours = jobs.undoings(order.job());
        List<Trace> open = due.stream().filter(trace -> !ours.contains(trace.latest().operation())).toList();
        List<Trace> reversed = new ArrayList<>();
        Map<UUID, List<Fault>> left = new LinkedHashMap<>();
        Account account = Account.NONE;
        for (Trace trace : open) {
            boolean made = trace.began().equals("create");
            if (made && trace.latest().action().equals("delete")) {
                account = account.plus(Account.ofRemoved());
            } else if (order.insist() || order.job().equals(trace.latest().operation())) {
                reversed.add(trace);
            } else {
                left.put(trace.record(), List.of(Fault.whole("changed-since")));
                account = account.plus(Account.ofKept());
            }
        }
        Map<UUID, List<Fault>> refused = reversal.apply(type, order.job(), reversed);
        for (Trace trace : reversed) {
            account = account.plus(refused.containsKey(trace.record()) ? Account.ofFailed()
                    : trace.began().equals("update") || trace.began().equals("delete") ? Account.ofRestored() : Account.ofRemoved());
        }
        left.putAll(refused);
        kept.write(run, type, left);
        return account;
    }
}
