package io.keyuan.engine.assign;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestDatabase;
import io.keyuan.TestNode;
import io.keyuan.program.database.DatabaseAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Turns are exact whoever makes records, on whichever node. */
class TurnsOfTwoNodesTest {

    private static final int WRITERS = 6;
    private static final int EACH = 12;

    @Test
    void manyWritersOnTwoNodesShareOutExactly() throws Exception {
        DatabaseAddress database = TestDatabase.create();
        try (var here = TestNode.start(database); var there = TestNode.start(database); var threads = Executors.newFixedThreadPool(WRITERS)) {
            TestClient admin = here.signedIn();
            List<String> people = IntStream.range(0, 4)
                    .mapToObj(i -> admin.post("/api/v1/users", Map.of("name", "Person " + i)).expect(201).id())
                    .toList();
            admin.post("/api/v1/assignment-rules", Map.of(
                    "object", "leads", "name", "In turn", "method", "round-robin", "automatic", true, "people", people)).expect(201);

            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                TestClient writer = i % 2 == 0 ? admin : there.asked(admin);
                writers.add(threads.submit(() -> write(writer)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }

            for (String person : people) {
                TestAnswer owned = admin.get("/api/v1/leads?count=exact&limit=1&filter=" + TestClient.encoded("owner == '" + person + "'"));
                assertThat(owned.at("/count/value").asInt()).isEqualTo(WRITERS * EACH * 2 / people.size());
            }
        }
    }

    /** Singly and in batches by turns. */
    private static void write(TestClient client) {
        for (int i = 0; i < EACH / 2; i++) {
            client.post("/api/v1/leads", Map.of("name", "Single")).expect(201);
            List<Map<String, String>> rows = List.of(Map.of("name", "One"), Map.of("name", "Two"), Map.of("name", "Three"));
            client.post("/api/v1/leads/batch", Map.of("create", rows)).expect(200);
        }
    }
}
