package io.keyuan.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A company that has imported its customers, products, people and opportunities and works with them. */
final class SampleCompany {

    private static final Path MAPS = Path.of("docs", "examples", "crm-sales-opportunities");
    private static final String BOUNDARY = "a-boundary-of-these-tests";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final class Shared {
        static final SampleCompany COMPANY = new SampleCompany();
    }

    private final TestTenant tenant = RunningProgram.freshTenant();
    private final TestClient administrator = tenant.administrator();
    private final Person lin;

    private SampleCompany() {
        administrator.patch("/api/v1/settings", Map.of("name", "云帆销售公司", "baseCurrency", "USD")).expect(200);
        lin = Person.invited(tenant, "林悦", "lin").settled();
        take("accounts", SampleFiles.ACCOUNTS);
        take("products", SampleFiles.PRODUCTS);
        take("sales-teams", SampleFiles.TEAMS);
        take("sales-pipeline", SampleFiles.pipeline());
        create("contacts", Map.of("name", "陈思远", "position", "技术总监", "role", "decisionMaker", "mobile", "13911086253"));
        create("contacts", Map.of("name", "何敏", "position", "采购经理", "role", "purchaser", "mobile", "13800138018"));
        create("contacts", Map.of("name", "Grace Oldham", "position", "Procurement", "email", "grace@aldgate.example"));
        create("tasks", Map.of("title", "给云帆二期报价", "dueDate", "2026-11-20", "priority", "high", "owner", Map.of("id", lin.id())));
        create("tasks", Map.of("title", "回访常州新北轨道", "dueDate", "2027-01-15", "owner", Map.of("id", lin.id())));
        TestAnswer mistaken = create("opportunities", Map.of("title", "重复录入的商机"));
        administrator.with("If-Match", "\"" + mistaken.version() + "\"").delete("/api/v1/opportunities/" + mistaken.id()).expect(204);
    }

    /** Made when it is first asked for; tests change only what they made themselves. */
    static SampleCompany get() {
        return Shared.COMPANY;
    }

    TestTenant tenant() {
        return tenant;
    }

    /** An administrator who sells. */
    Person lin() {
        return lin;
    }

    /** What the server says under {@code /api/v1/}. */
    TestAnswer ask(String path) {
        return administrator.get("/api/v1/" + path).expect(200);
    }

    /** Makes a record as another program would. */
    TestAnswer create(String object, Map<String, ?> values) {
        return administrator.post("/api/v1/" + object, values).expect(201);
    }

    /** Changes a record as a colleague would. */
    void change(String object, TestAnswer record, Map<String, ?> values) {
        administrator.patch("/api/v1/" + object + "/" + record.id(), record.version(), values).expect(200);
    }

    /** Deletes a record as a colleague would. */
    void delete(String object, TestAnswer record) {
        administrator.with("If-Match", "\"" + record.version() + "\"").delete("/api/v1/" + object + "/" + record.id()).expect(204);
    }

    /** How many records a filter finds. */
    int count(String object, String filter) {
        return ask(object + "?count=exact&filter=" + TestClient.encoded(filter)).at("/count/value").asInt();
    }

    private void take(String file, String rows) {
        String job = upload(file, rows).headers().firstValue("Location").orElseThrow();
        await().atMost(PATIENCE).until(() -> !List.of("queued", "running").contains(administrator.get(job).text("/state")));
        JsonNode result = administrator.get(job).at("/result");
        assertThat(result.path("created").asInt() + result.path("updated").asInt())
                .as("imported of %s: %s", file, administrator.get(job))
                .isEqualTo(rows.lines().count() - 1);
    }

    private HttpResponse<String> upload(String file, String rows) {
        try {
            String body = part("map", "", Files.readString(MAPS.resolve(file + ".yaml")))
                    + part("file", "; filename=\"" + file + ".csv\"", rows)
                    + "--" + BOUNDARY + "--\r\n";
            var request = HttpRequest.newBuilder(URI.create(administrator.program() + "/api/v1/imports"))
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(BodyPublishers.ofString(body));
            administrator.headers().forEach(request::setHeader);
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String part(String name, String more, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more
                + "\r\nContent-Type: text/plain;charset=UTF-8\r\n\r\n" + content + "\r\n";
    }
}
