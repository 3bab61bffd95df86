package io.keyuan.activities;

import static io.keyuan.activities.Task.TASK;

import io.keyuan.engine.Notice;
import io.keyuan.engine.NoticeKind;
import io.keyuan.engine.Notices;
import io.keyuan.engine.Page;
import io.keyuan.engine.Query;
import io.keyuan.engine.Records;
import io.keyuan.engine.Reminder;
import io.keyuan.engine.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reminds people in the morning of their tasks of that day, and once of those that were not done in time. */
@Component
class TaskReminder implements Reminder {

    /** Of more tasks people want to know the number only. */
    private static final int ONE_BY_ONE = 5;

    private final Records records;
    private final Notices notices;

    TaskReminder(Records records, Notices notices) {
        this.records = records;
        this.notices = notices;
    }

    @Override
    public void remind(LocalDate last, LocalDate today) {
        Map<UUID, List<Row>> byOwner = undone(last, today).stream()
                .filter(task -> task.get(TASK.owner) != null)
                .collect(Collectors.groupingBy(task -> Objects.requireNonNull(task.get(TASK.owner)).requireId()));
        List<Notice> reminders = new ArrayList<>();
        byOwner.forEach((owner, tasks) -> {
            Map<Boolean, List<Row>> late = tasks.stream().collect(Collectors.partitioningBy(task -> isBefore(task, today)));
            remind(owner, Objects.requireNonNull(late.get(false)), "today", today, reminders);
            remind(owner, Objects.requireNonNull(late.get(true)), "overdue", today, reminders);
        });
        notices.tell(reminders);
    }

    private static boolean isBefore(Row task, LocalDate today) {
        return Objects.requireNonNull(task.get(TASK.dueDate)).isBefore(today);
    }

    private List<Row> undone(LocalDate last, LocalDate today) {
        String filter = "!has(doneAt) && dueDate >= date('" + last + "') && dueDate <= date('" + today + "')";
        Query query = Query.all(TASK).where(filter).reading(TASK.id, TASK.owner, TASK.dueDate).limit(Query.MAX_LIMIT);
        List<Row> all = new ArrayList<>();
        @Nullable String next = null;
        do {
            Page page = records.list(query.from(next));
            all.addAll(page.rows());
            next = page.next();
        } while (next != null);
        return all;
    }

    private static void remind(UUID owner, List<Row> tasks, String what, LocalDate today, List<Notice> reminders) {
        if (tasks.size() > ONE_BY_ONE) {
            reminders.add(reminder(owner, tasks.getFirst(), what).times(tasks.size()).from(what + "/" + today));
        } else {
            tasks.forEach(task -> reminders.add(reminder(owner, task, what).from(what + "/" + task.get(TASK.id))));
        }
    }

    private static Notice reminder(UUID owner, Row task, String what) {
        return Notice.about(NoticeKind.DUE, Set.of(owner), TASK, Objects.requireNonNull(task.get(TASK.id))).by(null).with(Map.of("what", what));
    }
}
