package io.keyuan.engine.jobs;

import java.util.List;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All kinds of long work, asked for only when there is some: kinds may themselves look at jobs. */
@Component
class JobKinds {

    private final ObjectProvider<JobKind> kinds;
    private final JsonMapper json;

    JobKinds(ObjectProvider<JobKind> kinds, JsonMapper json) {
        this.kinds = kinds;
        this.json = json;
    }

    /** @return null where the program does not know the kind (any more) */
    @Nullable JobKind of(Job job) {
        Map<String, JobKind> byName = kinds.stream().collect(Collectors.toMap(JobKind::name, Function.identity()));
        return byName.get(job.kind());
    }

    Map<String, Object> about(Job job) {
        JobKind kind = of(job);
        return kind == null ? Map.of() : kind.about(arguments(job));
    }

    JobKind.@Nullable Concerned concerned(Job job) {
        JobKind kind = of(job);
        return kind == null ? null : kind.concerned(arguments(job));
    }

    /** What came of it so far; empty where it has not told anything. */
    Object told(Job job) {
        if (job.result() == null) {
            return Map.of();
        }
        JobKind kind = of(job);
        JsonNode result = json.readTree(job.result());
        return kind == null ? result : kind.told(result);
    }

    /** The file somebody asked for; null before it is complete. */
    @Nullable UUID file(Job job) {
        JobKind kind = of(job);
        return kind == null || job.result() == null || job.state() != JobState.DONE ? null : kind.file(json.readTree(job.result()));
    }

    Duration filesKept(Job job) {
        JobKind kind = of(job);
        return kind == null ? Clearing.FILES_KEPT : kind.filesKept();
    }

    /** The kinds whose files go sooner than others. */
    Map<String, Duration> shortLived() {
        return kinds.stream()
                .filter(kind -> kind.filesKept().compareTo(Clearing.FILES_KEPT) < 0)
                .collect(Collectors.toMap(JobKind::name, JobKind::filesKept));
    }

    LeftRecords.@Nullable File left(Job job) {
        JobKind kind = of(job);
        return kind == null ? null : kind.left();
    }

    /** Whether it has ended, and has changed what can be changed back. */
    boolean isUndoable(Job job) {
        JobKind kind = of(job);
        boolean over = List.of(JobState.DONE, JobState.CANCELLED, JobState.FAILED).contains(job.state());
        return over && job.result() != null && kind != null && kind.isUndoable(arguments(job));
    }

    boolean isWoven(Job job) {
        JobKind kind = of(job);
        return kind != null && kind.isWoven();
    }

    boolean isInsistable(Job job) {
        JobKind kind = of(job);
        return job.result() != null && kind != null && kind.isInsistable(json.readTree(job.result()));
    }

    <T> T arguments(Job job, Class<T> type) {
        return json.readValue(job.arguments(), type);
    }

    private JsonNode arguments(Job job) {
        return json.readTree(job.arguments());
    }
}
