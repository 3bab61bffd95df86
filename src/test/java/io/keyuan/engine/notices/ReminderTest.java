package io.keyuan.engine.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.engine.Caller;
import io.keyuan.notifications.Inbox;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Mornings come, and people are reminded of their tasks. */
class ReminderTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC).plusDays(7);

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient lin = company.person("lin");
    private final Inbox ofLin = new Inbox(lin);

    private void task(String title, LocalDate due, String state) {
        lin.post("/api/v1/tasks", Map.of("title", title, "dueDate", due.toString(), "state", state)).expect(201);
    }

    private void morning(LocalDate day) {
        Caller.nobodyOf(company.id()).unbounded()
                .run(() -> RunningProgram.get().bean(MorningErrand.class).remind(day));
    }

    @Test
    void tasksOfTheDayAndThoseThatAreLateAreToldOnce() {
        morning(TODAY.minusDays(1));
        task("今天的任务", TODAY, "open");
        task("昨天的任务", TODAY.minusDays(1), "doing");
        task("做完的任务", TODAY, "done");
        task("明天的任务", TODAY.plusDays(1), "open");

        morning(TODAY);
        morning(TODAY);

        assertThat(ofLin.texts()).containsExactlyInAnyOrder("Due today: 今天的任务", "Overdue: 昨天的任务");
        ofLin.items().forEach(item -> assertThat(item.get("count").asInt()).isEqualTo(1));
        morning(TODAY.plusDays(1));
        assertThat(ofLin.texts()).contains("Due today: 明天的任务", "Overdue: 今天的任务").hasSize(4);
    }

    @Test
    void manyAreOneNotification() {
        morning(TODAY.minusDays(1));
        List<Map<String, String>> tasks = IntStream.range(0, 600).mapToObj(i -> Map.of("title", "任务 " + i, "dueDate", TODAY.toString())).toList();
        lin.post("/api/v1/tasks/batch", Map.of("create", tasks)).expect(200);

        morning(TODAY);

        assertThat(ofLin.texts()).containsExactly("600 Tasks are due today");
    }
}
