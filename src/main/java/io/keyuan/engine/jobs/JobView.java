package io.keyuan.engine.jobs;

import io.keyuan.engine.Access;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.Titles;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Jobs as answers show them. */
@Component
class JobView {

    private static final String ADDRESS = "/api/v1/jobs/";

    private final ObjectTypes types;
    private final Titles titles;
    private final Access access;
    private final Messages messages;
    private final JobKinds kinds;
    private final JobRemains remains;
    private final JsonMapper json;

    JobView(ObjectTypes types, Titles titles, Access access, Messages messages, JobKinds kinds, JobRemains remains, JsonMapper json) {
        this.types = types;
        this.titles = titles;
        this.access = access;
        this.messages = messages;
        this.kinds = kinds;
        this.remains = remains;
        this.json = json;
    }

    static String address(UUID job) {
        return ADDRESS + job;
    }

    Map<String, Object> of(Job job) {
        return of(List.of(job)).getFirst();
    }

    List<Map<String, Object>> of(List<Job> jobs) {
        Set<UUID> people = jobs.stream().map(Job::person).collect(Collectors.toSet());
        Map<UUID, String> names = titles.of(types.people(), people);
        Map<UUID, Map<String, Object>> abouts = new LinkedHashMap<>();
        jobs.forEach(job -> abouts.put(job.id(), kinds.about(job)));
        Set<UUID> uploads = jobs.stream().flatMap(job -> upload(job, about(abouts, job)).stream()).collect(Collectors.toSet());
        JobRemains.Remains left = remains.of(jobs, uploads);
        Map<UUID, Map<String, Object>> records = records(jobs);
        return jobs.stream().map(job -> {
            Map<String, Object> view = of(job, names.get(job.person()), about(abouts, job), left);
            Map<String, Object> record = records.get(job.id());
            if (record != null) {
                view.put("record", record);
            }
            return view;
        }).toList();
    }

    /** The records that jobs are about, as far as the reader sees them, by the jobs; with one query for each object. */
    private Map<UUID, Map<String, Object>> records(List<Job> jobs) {
        Map<UUID, JobKind.Concerned> concerned = new LinkedHashMap<>();
        jobs.forEach(job -> Optional.ofNullable(kinds.concerned(job)).ifPresent(record -> concerned.put(job.id(), record)));
        Map<UUID, String> found = new HashMap<>();
        concerned.values().stream().collect(Collectors.groupingBy(JobKind.Concerned::object, Collectors.mapping(JobKind.Concerned::id, Collectors.toSet())))
                .forEach((object, ids) -> {
                    ObjectType type = types.byPath(object);
                    if (type != null && access.may(Right.READ, type)) {
                        found.putAll(titles.of(type, ids));
                    }
                });
        Map<UUID, Map<String, Object>> records = new HashMap<>();
        concerned.forEach((job, record) -> {
            String title = found.get(record.id());
            if (title != null) {
                records.put(job, Map.of("object", record.object(), "id", record.id(), "title", title));
            }
        });
        return records;
    }

    private static Map<String, Object> about(Map<UUID, Map<String, Object>> abouts, Job job) {
        return Objects.requireNonNull(abouts.get(job.id()));
    }

    /** Which file somebody brought for the job; it is of use only to whoever brought it. */
    private static Optional<UUID> upload(Job job, Map<String, Object> about) {
        boolean mine = job.person().equals(Caller.current().person());
        return mine && about.get("upload") instanceof String upload ? Optional.of(UUID.fromString(upload)) : Optional.empty();
    }

    /** Until when there is a file for the caller. */
    private Optional<Instant> file(Job job, JobRemains.Remains left) {
        UUID file = kinds.file(job);
        boolean mine = job.person().equals(Caller.current().person());
        boolean there = mine && file != null && job.finishedAt() != null && left.files().contains(file);
        return there ? Optional.of(Objects.requireNonNull(job.finishedAt()).plus(kinds.filesKept(job))) : Optional.empty();
    }

    private Map<String, Object> of(Job job, @Nullable String by, Map<String, Object> about, JobRemains.Remains left) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", job.id());
        view.put("kind", job.kind());
        view.put("title", job.title());
        view.put("state", job.state().code());
        view.put("progress", job.progress());
        view.put("result", kinds.told(job));
        boolean listed = job.failures() != null && left.files().contains(job.failures());
        view.put("failures", listed ? address(job.id()) + "/failures" : null);
        file(job, left).ifPresent(until -> {
            view.put("file", address(job.id()) + "/file");
            view.put("fileUntil", until.toString());
        });
        view.put("createdAt", job.createdAt().toString());
        view.put("startedAt", job.startedAt() == null ? null : job.startedAt().toString());
        view.put("finishedAt", job.finishedAt() == null ? null : job.finishedAt().toString());
        view.put("about", about);
        view.put("uploadThere", upload(job, about).filter(left.uploads()::contains).isPresent());
        view.put("undoable", kinds.isUndoable(job));
        view.put("insistable", left.insistable().contains(job.id()));
        view.put("wish", job.wish() == null ? null : job.wish().code());
        view.put("by", by(job.person(), by));
        if (job.problem() != null) {
            var problem = json.readValue(job.problem(), StoredProblem.class);
            view.put("problem", problem.words(messages, Caller.current().locale(), job.id().toString()));
        }
        return view;
    }

    private static Map<String, @Nullable Object> by(UUID person, @Nullable String name) {
        Map<String, @Nullable Object> by = new LinkedHashMap<>();
        by.put("id", person);
        by.put("title", name);
        return by;
    }
}
