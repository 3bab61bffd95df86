package io.keyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Eight write at once, in transactions of very different lengths, while somebody keeps up with the feed: each change is told
 * once, and those of one record in the order in which they were made.
 */
class FeedUnderWritersTest {

    private static final int WRITERS = 8;
    private static final int ROUNDS = 12;
    private static final int LARGEST = 60;

    private static final TestTenant COMPANY = RunningProgram.freshTenant();
    private static final TestClient ADMIN = COMPANY.administrator();

    /** What a reader was told, by the ids of records. */
    private static final class Reader {

        private final Map<String, List<String>> told = new HashMap<>();
        private String position = "";

        /** @return whether there was anything new */
        boolean readOn() {
            TestAnswer page = ADMIN.get("/api/v1/changes" + (position.isEmpty() ? "" : "?since=" + position)).expect(200);
            page.items().stream().filter(change -> change.get("object").asString().equals("competitors")).forEach(change ->
                    change.get("ids").forEach(id -> told.computeIfAbsent(id.asString(), any -> new ArrayList<>()).add(change.get("action").asString())));
            position = page.text("/next");
            return !page.items().isEmpty();
        }
    }

    /** @return what was answered to have happened to which record */
    private static Map<String, List<String>> write(int writer) {
        Random random = new Random(writer);
        Map<String, List<String>> done = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            int size = 1 + random.nextInt(LARGEST);
            String name = writer + "." + round + ".";
            List<Map<String, String>> rows = IntStream.range(0, size).mapToObj(i -> Map.of("name", name + i)).toList();
            List<String> made = new ArrayList<>();
            for (JsonNode result : ADMIN.post("/api/v1/competitors/batch", Map.of("create", rows)).expect(200).at("/results")) {
                made.add(result.get("id").asString());
            }
            made.forEach(id -> done.put(id, new ArrayList<>(List.of("create"))));
            String one = made.get(random.nextInt(size));
            ADMIN.patch("/api/v1/competitors/" + one, 1, Map.of("name", name + "changed")).expect(200);
            done.getOrDefault(one, new ArrayList<>()).add("update");
            if (random.nextBoolean()) {
                ADMIN.delete("/api/v1/competitors/" + one).expect(204);
                done.getOrDefault(one, new ArrayList<>()).add("delete");
            }
        }
        return done;
    }

    @Test
    void nothingIsSkippedAndNothingIsToldTwice() throws Exception {
        Reader reader = new Reader();
        Map<String, List<String>> done = new HashMap<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Callable<Map<String, List<String>>>> tasks = IntStream.range(0, WRITERS).<Callable<Map<String, List<String>>>>mapToObj(writer -> () -> write(writer)).toList();
            List<Future<Map<String, List<String>>>> running = tasks.stream().map(writers::submit).toList();
            while (!running.stream().allMatch(Future::isDone)) {
                reader.readOn();
            }
            for (Future<Map<String, List<String>>> each : running) {
                done.putAll(each.get());
            }
        }

        // The feed tells nothing that a transaction still open could come before; elsewhere others may have one.
        await().until(() -> !reader.readOn() && reader.told.keySet().containsAll(done.keySet())
                && done.entrySet().stream().allMatch(each -> reader.told.getOrDefault(each.getKey(), List.of()).size() >= each.getValue().size()));

        assertThat(reader.told).isEqualTo(done);
    }
}
