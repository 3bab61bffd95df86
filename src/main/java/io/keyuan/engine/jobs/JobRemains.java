package io.keyuan.engine.jobs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds what is left of jobs and what could still be done about them; it changes after their end, so it is looked up for a page at once. */
@Component
class JobRemains {

    private final StoredFiles files;
    private final JobStore store;
    private final JobKinds kinds;

    JobRemains(StoredFiles files, JobStore store, JobKinds kinds) {
        this.files = files;
        this.store = store;
        this.kinds = kinds;
    }

    /**
     * What is left.
     *
     * @param files the files that were asked for, and those of what could not be done, that are still there
     * @param uploads those, of the uploads that were asked for, whose file is still there
     * @param insistable the jobs that took others back and would do more if they insisted
     */
    record Remains(Set<UUID> files, Set<UUID> uploads, Set<UUID> insistable) {}

    Remains of(List<Job> jobs, Set<UUID> uploads) {
        Set<UUID> asked = jobs.stream()
                .flatMap(job -> Stream.concat(Stream.ofNullable(job.failures()), Stream.ofNullable(kinds.file(job))))
                .collect(Collectors.toSet());
        return new Remains(
                asked.isEmpty() ? Set.of() : files.there(asked),
                uploads.isEmpty() ? Set.of() : files.ownersThere(uploads),
                insistable(jobs));
    }

    private Set<UUID> insistable(List<Job> jobs) {
        Map<UUID, UUID> undone = new HashMap<>();
        jobs.stream().filter(job -> job.state().isEnded() && kinds.isInsistable(job))
                .forEach(job -> undone.put(job.id(), kinds.arguments(job, Jobs.Undoing.class).job()));
        if (undone.isEmpty()) {
            return Set.of();
        }
        Set<UUID> targets = new HashSet<>(undone.values());
        Map<UUID, Job> there = store.find(targets).stream().collect(Collectors.toMap(Job::id, job -> job));
        List<Job> undoings = store.undoings(targets);
        return undone.keySet().stream()
                .filter(job -> {
                    UUID target = Objects.requireNonNull(undone.get(job));
                    Job changed = there.get(target);
                    return changed != null && kinds.isUndoable(changed) && undoings.stream().noneMatch(other -> replaces(other, job, target));
                })
                .collect(Collectors.toSet());
    }

    /** Whether an attempt came later and did what is left, or is still at it. */
    private boolean replaces(Job other, UUID job, UUID target) {
        Jobs.Undoing order = kinds.arguments(other, Jobs.Undoing.class);
        boolean later = other.id().toString().compareTo(job.toString()) > 0;
        return later && order.job().equals(target) && (order.insist() || !other.state().isEnded());
    }
}
