package io.keyuan.engine.jobs;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.query.Titles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Messages messages;
    private final JobKinds kinds;
    private final JsonMapper json;

    JobView(ObjectTypes types, Titles titles, Messages messages, JobKinds kinds, JsonMapper json) {
        this.types = types;
        this.titles = titles;
        this.messages = messages;
        this.kinds = kinds;
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
        List<Map<String, Object>> views = new ArrayList<>();
        jobs.forEach(job -> views.add(of(job, names.get(job.person()))));
        return views;
    }

    private Map<String, Object> of(Job job, @Nullable String by) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", job.id());
        view.put("kind", job.kind());
        view.put("title", job.title());
        view.put("state", job.state().code());
        view.put("progress", job.progress());
        view.put("result", job.result() == null ? Map.of() : json.readTree(job.result()));
        view.put("failures", job.failures() == null ? null : address(job.id()) + "/failures");
        view.put("createdAt", job.createdAt().toString());
        view.put("startedAt", job.startedAt() == null ? null : job.startedAt().toString());
        view.put("finishedAt", job.finishedAt() == null ? null : job.finishedAt().toString());
        view.put("about", kinds.about(job));
        view.put("undoable", kinds.isUndoable(job));
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
