package io.keyuan.bench.load;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Waits for what a job does. */
final class JobEnd {

    private static final long BETWEEN_LOOKS = 20_000_000;
    private static final int REFUSED = 300;

    private JobEnd() {}

    /** @return the job when it does no more, however it ended */
    static JsonNode of(JsonNode job, HttpConnection program, String token) throws IOException {
        JsonNode now = job;
        while (List.of("queued", "running").contains(now.path("state").asString())) {
            pause();
            now = json(program.send(Request.get("/api/v1/jobs/" + job.path("id").asString(), token)));
        }
        return now;
    }

    static void pause() {
        LockSupport.parkNanos(BETWEEN_LOOKS);
    }

    static JsonNode json(HttpConnection.Answer answer) {
        if (answer.status() >= REFUSED) {
            throw new Client.WrongAnswer(answer.status() + " " + answer.text());
        }
        return JsonMapper.shared().readTree(answer.text());
    }
}
