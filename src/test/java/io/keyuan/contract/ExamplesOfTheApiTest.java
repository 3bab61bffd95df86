package io.keyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.engine.Definitions;
import io.keyuan.identity.Client;
import io.keyuan.identity.Client.Answer;
import io.keyuan.identity.IdentityApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What the API's document shows as examples is sent to the program as it stands, in the order of the document. */
@SpringBootTest(
        classes = IdentityApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "keyuan.admin-password=" + ExamplesOfTheApiTest.PASSWORD)
class ExamplesOfTheApiTest {

    static final String PASSWORD = "seven quiet herons";

    @LocalServerPort
    private int port;

    private Client browser = new Client(0);

    @BeforeEach
    void signIn() {
        browser = new Client(port);
        assertThat(browser.signIn("admin", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void everyExampleOfARecordIsCreatedChangedAndMadeInBatches() {
        List<String> objects = new ArrayList<>();
        browser.get("/api/v1/openapi.json").body().get("paths").forEachEntry((path, operations) -> {
            JsonNode example = example(operations, "post");
            if (path.endsWith("/batch")) {
                Answer batch = browser.post(path, example);
                assertThat(batch.status()).as(said(path, batch)).isEqualTo(200);
                assertThat(batch.body().get("results").valueStream().map(row -> row.get("status").intValue()))
                        .as(said(path, batch)).isNotEmpty().containsOnly(201);
            } else if (operations.path("post").path("operationId").asString("").startsWith("create") && example.has("externalId")) {
                createAndChange(path, example);
                objects.add(path);
            }
        });
        assertThat(objects).hasSameSizeAs(Definitions.all().all());
    }

    private void createAndChange(String path, JsonNode example) {
        Answer created = browser.post(path, example);
        assertThat(created.status()).as(said(path, created)).isEqualTo(201);

        JsonNode paths = browser.get("/api/v1/openapi.json").body().get("paths");
        String record = Objects.requireNonNull(created.header("Location"));
        browser.with("If-Match", Objects.requireNonNull(created.header("ETag")));
        Answer changed = browser.send("PATCH", record, example(paths.get(path + "/{id}"), "patch"));
        browser.without("If-Match");
        assertThat(changed.status()).as(said(record, changed)).isEqualTo(200);
    }

    private static String said(String path, Answer answer) {
        return path + " answered " + answer.response().body();
    }

    private static JsonNode example(JsonNode operations, String method) {
        return operations.path(method).at("/requestBody/content/application~1json/example");
    }

    @Test
    void metadataNamesTheTenant() {
        Answer metadata = browser.get("/api/v1/metadata");

        assertThat(metadata.status()).isEqualTo(200);
        assertThat(metadata.body().at("/tenant/slug").asString()).isEqualTo("keyuan");
        assertThat(metadata.header("Cache-Control")).isEqualTo("no-cache, private");
    }
}
