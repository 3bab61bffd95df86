package io.keyuan.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestDatabase;
import io.keyuan.TestTenant;
import io.keyuan.engine.file.ContentStore;
import io.keyuan.program.database.DatabaseAddress;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups as administrators take them in Settings. */
class BackupsOfACompanyTest {

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();

    @Test
    void aBackupIsTakenReadBackAndTakenHome(@TempDir Path folder) throws Exception {
        admin.post("/api/v1/customers", Map.of("name", "远山科技")).expect(201);
        TestAnswer begun = admin.post("/api/v1/backups", Map.of()).expect(202);
        assertThat(begun.header("Location")).isEqualTo("/api/v1/jobs/" + begun.id());
        awaitEnd(begun.id());

        var backup = admin.get("/api/v1/backups").expect(200).items().getFirst();
        assertThat(backup.get("state").asString()).isEqualTo("done");
        assertThat(backup.get("verified").asBoolean()).isTrue();
        assertThat(backup.get("name").asString()).matches(company.slug() + "-\\d{4}-\\d\\d-\\d\\d-\\d{4}\\.keyuan\\.gz");

        HttpResponse<Path> file = download(begun.id(), folder.resolve("taken.keyuan.gz"));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValueAsLong("Content-Length")).hasValue(backup.get("size").asLong());
        assertThat(file.headers().firstValue("Content-Disposition")).hasValueSatisfying(
                disposition -> assertThat(disposition).contains("attachment", backup.get("name").asString()));
        var taken = new BackupFile(file.body());
        assertThat(taken.verify().rows()).isEqualTo(backup.get("rows").asLong());

        DatabaseAddress copy = TestDatabase.empty();
        new Restore(copy::connect, taken, RunningProgram.get().bean(ContentStore.class), null, step -> {}).run();
        assertThat(Content.of(copy, company.id()).get("customer")).hasSize(1);
        assertThat(Content.of(copy, company.id())).as("no backup is in a backup").doesNotContainKeys("stored_file", "stored_file_chunk");
    }

    @Test
    void whatIsDeletedIsGone() {
        String id = admin.post("/api/v1/backups", Map.of()).expect(202).id();
        awaitEnd(id);

        admin.delete("/api/v1/backups/" + id).expect(204);

        assertThat(admin.get("/api/v1/backups").expect(200).items()).isEmpty();
        admin.get("/api/v1/backups/" + id + "/file").expect(404);
        admin.delete("/api/v1/backups/" + id).expect(404);
        assertThat(Content.of(RunningProgram.get().database(), company.id())).doesNotContainKey("stored_file");
    }

    @Test
    void onlyAdministratorsHaveToDoWithThem() {
        String id = admin.post("/api/v1/backups", Map.of()).expect(202).id();
        awaitEnd(id);
        TestClient lin = company.person("lin");

        lin.post("/api/v1/backups", Map.of()).expect(403);
        lin.get("/api/v1/backups").expect(403);
        lin.get("/api/v1/backups/" + id + "/file").expect(403);
        lin.delete("/api/v1/backups/" + id).expect(403);
    }

    private void awaitEnd(String job) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !Set.of("queued", "running").contains(admin.get("/api/v1/jobs/" + job).text("/state")));
    }

    private HttpResponse<Path> download(String id, Path into) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(admin.program().resolve("/api/v1/backups/" + id + "/file"));
        admin.headers().forEach(request::setHeader);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofFile(into));
        }
    }
}
