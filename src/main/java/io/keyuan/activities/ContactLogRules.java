package io.keyuan.activities;

import static io.keyuan.activities.ContactLog.CONTACT_LOG;
import static io.keyuan.activities.Task.TASK;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Records;
import io.keyuan.engine.Rules;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A log needs no more than what was said; a next step with a date becomes a task. */
@Component
class ContactLogRules implements Rules<ContactLog> {

    private static final int SUBJECT = 80;

    private final ObjectProvider<Records> records;

    ContactLogRules(ObjectProvider<Records> records) {
        this.records = records;
    }

    @Override
    public void derive(Batch batch) {
        batch.saved()
                .where(draft -> draft.isNew() && draft.get(CONTACT_LOG.subject) == null && !draft.isGiven(CONTACT_LOG.subject))
                .set(CONTACT_LOG.subject, draft -> beginning(draft.get(CONTACT_LOG.summary)));
    }

    /** The first line, or as much of it as a subject takes. */
    private static @Nullable String beginning(@Nullable String summary) {
        String line = summary == null ? "" : summary.strip().lines().findFirst().orElse("");
        if (line.codePointCount(0, line.length()) <= SUBJECT) {
            return line.isEmpty() ? null : line;
        }
        return line.substring(0, line.offsetByCodePoints(0, SUBJECT)).stripTrailing() + "…";
    }

    @Override
    public void written(Batch batch) {
        List<Draft> tasks = batch.whereChanged(CONTACT_LOG.nextStepDue)
                .where(draft -> draft.get(CONTACT_LOG.nextStepDue) != null && draft.old(CONTACT_LOG.nextStepDue) == null)
                .stream()
                .map(ContactLogRules::task)
                .toList();
        if (!tasks.isEmpty()) {
            records.getObject().save(new Batch(TASK, tasks));
        }
    }

    private static Draft task(Draft log) {
        String step = log.get(CONTACT_LOG.nextStep);
        String title = beginning(step == null ? log.get(CONTACT_LOG.subject) : step);
        return Draft.create(TASK, Map.of())
                .set(TASK.title, title)
                .set(TASK.remarks, Objects.equals(title, step) ? null : step)
                .set(TASK.dueDate, log.get(CONTACT_LOG.nextStepDue))
                .set(TASK.customer, log.get(CONTACT_LOG.customer))
                .set(TASK.opportunity, log.get(CONTACT_LOG.opportunity))
                .set(TASK.owner, log.get(CONTACT_LOG.owner));
    }
}
