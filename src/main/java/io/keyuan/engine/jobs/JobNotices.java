package io.keyuan.engine.jobs;

import io.keyuan.engine.Notice;
import io.keyuan.engine.NoticeKind;
import java.util.Map;
import java.util.Set;

/** What whoever asked for a job is told of its end. */
final class JobNotices {

    private JobNotices() {}

    static Notice ended(Job job, JobState state) {
        Map<String, String> details = Map.of(
                "what", state.code(), "kind", job.kind(), "title", job.title(), "job", job.id().toString(), "path", "/jobs/" + job.id());
        return Notice.of(NoticeKind.JOB, Set.of(job.person()), details).from("job/" + job.id());
    }
}
