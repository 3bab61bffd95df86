package io.keyuan.activities;

import static io.keyuan.activities.Task.TASK;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Rules;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** A task knows when it was done. */
@Component
class TaskRules implements Rules<Task> {

    @Override
    public void derive(Batch batch) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        batch.whereChanged(TASK.state).set(TASK.doneAt, draft -> null);
        batch.whereBecomes(TASK.state, TaskState.DONE).set(TASK.doneAt, draft -> draft.at(now));
    }
}
