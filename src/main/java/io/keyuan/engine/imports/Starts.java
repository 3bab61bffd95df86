package io.keyuan.engine.imports;

import io.keyuan.engine.jobs.Jobs;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Starts imports of files that were brought before. */
@Component
class Starts {

    private final UploadStore uploads;
    private final Advice advice;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    Starts(UploadStore uploads, Advice advice, Jobs jobs, TransactionTemplate transaction, JsonMapper json) {
        this.uploads = uploads;
        this.advice = advice;
        this.jobs = jobs;
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * Starts a job, or finds the one the same key started: who clicks twice means it once.
     *
     * @param map as JSON, with object, key and mode in it
     * @param automation as {@link Order#automation}
     * @param decisions as {@link Order#decisions}
     * @param key made anew for each time somebody means it
     */
    UUID start(UUID upload, Map<String, Object> map, boolean dryRun, @Nullable String automation, @Nullable Map<String, String> decisions, String key) throws IOException {
        Decisions.of(decisions);
        Upload brought = uploads.get(upload);
        String text = json.writeValueAsString(map);
        var order = new Order(brought.file(), upload, brought.name(), String.valueOf(map.get("object")), text, null, List.of(), true, dryRun, automation, null, decisions);
        advice.remember(order, brought);
        return Objects.requireNonNull(transaction.execute(status -> {
            Upload locked = uploads.lock(upload);
            if (key.equals(locked.startedKey()) && locked.startedJob() != null) {
                return locked.startedJob();
            }
            UUID job = jobs.submit(ImportJob.KIND, brought.name(), id -> order);
            uploads.started(upload, key, job);
            return job;
        }));
    }
}
