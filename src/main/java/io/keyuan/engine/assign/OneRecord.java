package io.keyuan.engine.assign;

import io.keyuan.engine.Access;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Records;
import io.keyuan.engine.Right;
import io.keyuan.engine.web.FaultWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives one record away while the caller waits; a job does it where too much would move along. */
@Component
class OneRecord {

    /** How many records one waits for. */
    private static final long MOST = 2_000;

    private final Access access;
    private final Records records;
    private final AssignOrders orders;
    private final AssignWork work;
    private final GivingNotes notes;
    private final JobsOfAssigning jobs;
    private final FaultWords words;

    OneRecord(
            Access access, Records records, AssignOrders orders, AssignWork work, GivingNotes notes, JobsOfAssigning jobs, FaultWords words) {
        this.access = access;
        this.records = records;
        this.orders = orders;
        this.work = work;
        this.notes = notes;
        this.jobs = jobs;
        this.words = words;
    }

    /**
     * What is answered.
     *
     * @param waiting the job that does it; null where it is done
     */
    record Answer(@Nullable UUID waiting, Map<String, @Nullable Object> body) {}

    Answer assign(ObjectType type, UUID id, Request request) {
        records.get(type, id);
        if (!access.may(Right.ASSIGN, type)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-assign"));
        }
        Order order = orders.one(type, id, request);
        if (work.show(order, work.shown(order), List.of(id)).along().values().stream().mapToLong(Long::longValue).sum() > MOST) {
            UUID job = jobs.submit(type, order);
            return new Answer(job, new HashMap<>(jobs.describe(job)));
        }
        var done = new AtomicReference<AssignWork.@Nullable Done>();
        UUID job = jobs.atOnce(type, order, () -> {
            AssignWork.Done given = work.give(order, List.of(id));
            refuse(given.kept().getOrDefault(type, Map.of()).get(id));
            done.set(given);
            return given.tally().isOfAnything() ? noted(order, given.tally()) : null;
        });
        return new Answer(null, body(type, job, Objects.requireNonNull(done.get())));
    }

    private Tally noted(Order order, Tally tally) {
        if (order.note() != null) {
            notes.keep(order.note());
        }
        return tally;
    }

    private static void refuse(@Nullable List<Fault> why) {
        if (why != null) {
            throw new Problem(why.equals(Giving.MAY_NOT) ? ProblemKind.FORBIDDEN : ProblemKind.RULE_BROKEN, why, Map.of());
        }
    }

    private Map<String, @Nullable Object> body(ObjectType type, @Nullable UUID job, AssignWork.Done done) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("job", job == null ? null : job.toString());
        body.put("owner", done.tally().people().keySet().stream().findFirst().map(person -> Map.of("id", person)).orElse(null));
        List<Map<String, Object>> moved = new ArrayList<>();
        moved.add(moved(type, done.tally().updated(), done));
        done.kept().keySet().stream().filter(each -> !each.equals(type))
                .forEach(each -> moved.add(moved(each, done.tally().along().getOrDefault(each.path(), 0L), done)));
        body.put("moved", moved);
        return body;
    }

    private Map<String, Object> moved(ObjectType type, long many, AssignWork.Done done) {
        Map<UUID, List<Fault>> kept = done.kept().getOrDefault(type, Map.of());
        Map<List<Fault>, Long> reasons = new LinkedHashMap<>();
        kept.values().forEach(why -> reasons.merge(why, 1L, Long::sum));
        List<Map<String, Object>> why = new ArrayList<>();
        reasons.forEach((faults, count) -> {
            Map<String, Object> reason = new LinkedHashMap<>(words.of(faults.getFirst(), Caller.current().locale()));
            reason.put("count", count);
            why.add(reason);
        });
        return Map.of("object", type.path(), "moved", many, "stayed", kept.size(), "why", why);
    }
}
