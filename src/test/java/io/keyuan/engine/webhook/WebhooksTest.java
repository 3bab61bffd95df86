package io.keyuan.engine.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.engine.webhook.Receiver.Heard;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Other programs are told of changes, provably by us, until they have heard. */
class WebhooksTest {

    private static final Receiver RECEIVER = Receiver.get();

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final String path = "/" + company.id();

    private TestAnswer webhook(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "Warehouse", "url", RECEIVER.url(path), "ownNetwork", true));
        body.putAll(more);
        return admin.post("/api/v1/webhooks", body).expect(201);
    }

    private List<Heard> heard(int atLeast) {
        await().until(() -> RECEIVER.heard(path).size() >= atLeast);
        return RECEIVER.heard(path);
    }

    private JsonNode delivery(String webhook, String state) {
        List<JsonNode> found = new ArrayList<>();
        await().until(() -> {
            found.clear();
            found.addAll(admin.get("/api/v1/webhooks/" + webhook + "/deliveries?state=" + state).expect(200).items());
            return !found.isEmpty();
        });
        return found.getFirst();
    }

    private static String signed(String secret, Heard message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        String content = message.id() + "." + message.timestamp() + "." + message.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aChangeIsToldOnceSignedAndWithoutValues() throws Exception {
        TestAnswer webhook = webhook(Map.of("objects", List.of("customers"), "actions", List.of("created", "updated")));
        String secret = webhook.text("/secret");
        admin.post("/api/v1/competitors", Map.of("name", "不相关")).expect(201);
        String customer = admin.post("/api/v1/customers", Map.of("name", "北京云帆科技有限公司")).expect(201).id();
        admin.patch("/api/v1/customers/" + customer, 1, Map.of("city", "北京")).expect(200);
        String other = admin.post("/api/v1/customers", Map.of("name", "上海远航")).expect(201).id();
        admin.delete("/api/v1/customers/" + other).expect(204);
        admin.post("/api/v1/customers/" + other + "/restore", Map.of()).expect(200);
        admin.patch("/api/v1/customers/" + other, 3, Map.of("city", "上海")).expect(200);

        List<Heard> heard = heard(4);

        assertThat(heard).extracting(Heard::type).containsExactly("customers.created", "customers.updated", "customers.created", "customers.updated");
        for (Heard message : heard) {
            assertThat(message.signature()).isEqualTo(signed(secret, message));
            assertThat(Long.parseLong(message.timestamp())).isCloseTo(Instant.now().getEpochSecond(), org.assertj.core.data.Offset.offset(120L));
            assertThat(message.body()).doesNotContain("北京").doesNotContain("上海");
        }
        assertThat(heard.getFirst().json().at("/data/ids/0").asString()).isEqualTo(customer);
        assertThat(heard.getFirst().json().at("/data/by/id").asString()).isEqualTo(admin.person());
        assertThat(heard).extracting(Heard::id).doesNotHaveDuplicates();
        assertThat(admin.get("/api/v1/webhooks").expect(200).content()).doesNotContain(secret);
    }

    @Test
    void manyRecordsAtOnceAreFewMessages() {
        webhook(Map.of("objects", List.of("competitors")));
        List<Map<String, String>> rows = IntStream.range(0, 1_100).mapToObj(i -> Map.of("name", "对手 " + i)).toList();

        admin.post("/api/v1/competitors/batch", Map.of("create", rows)).expect(200);

        await().until(() -> RECEIVER.heard(path).stream().mapToInt(each -> each.json().at("/data/ids").size()).sum() == 1_100);
        assertThat(RECEIVER.heard(path)).hasSizeLessThanOrEqualTo(6);
        assertThat(RECEIVER.heard(path).stream().flatMap(each -> each.json().at("/data/ids").valueStream()).distinct().count()).isEqualTo(1_100);
    }

    @Test
    void whatIsRefusedIsTriedAgainAndCanBeSentOnceMore() {
        RECEIVER.answers(path, 503);
        TestAnswer webhook = webhook(Map.of());
        String id = webhook.id();
        admin.post("/api/v1/competitors", Map.of("name", "一")).expect(201);
        await().until(() -> admin.get("/api/v1/webhooks/" + id + "/deliveries").expect(200).items().stream().anyMatch(each -> each.get("attempts").asInt() == 1));
        JsonNode refused = delivery(id, "waiting");
        assertThat(refused.get("status").asInt()).isEqualTo(503);
        assertThat(refused.get("trouble").asString()).isEqualTo("status");
        assertThat(refused.get("answer").asString()).isEqualTo("好的, thanks");
        assertThat(refused.get("nextAt").isString()).isTrue();
        assertThat(admin.get("/api/v1/webhooks").expect(200).items().getFirst().get("troubledSince").isString()).isTrue();

        RECEIVER.answers(path, 204);
        admin.post("/api/v1/webhooks/" + id + "/deliveries/" + refused.get("id").asString() + "/replay", Map.of()).expect(202);

        assertThat(delivery(id, "sent").get("id")).isEqualTo(refused.get("id"));
        assertThat(RECEIVER.heard(path)).extracting(Heard::id).containsOnly(refused.get("id").asString());
        await().until(() -> admin.get("/api/v1/webhooks").expect(200).items().getFirst().get("troubledSince").isNull());
    }

    @Test
    void whoeverIsGoneIsNotToldAnyMore() {
        RECEIVER.answers(path, 410);
        String id = webhook(Map.of()).id();

        admin.post("/api/v1/webhooks/" + id + "/test", Map.of()).expect(202);

        assertThat(delivery(id, "failed").get("status").asInt()).isEqualTo(410);
        assertThat(admin.get("/api/v1/webhooks").expect(200).items().getFirst().get("active").asBoolean()).isFalse();
    }

    @Test
    void aStoppedWebhookGoesOnWhereItStopped() {
        TestAnswer webhook = webhook(Map.of("active", false));
        admin.post("/api/v1/competitors", Map.of("name", "停用时")).expect(201);

        admin.with("If-Match", "\"1\"").put("/api/v1/webhooks/" + webhook.id(), Map.of("active", true)).expect(200);
        admin.post("/api/v1/competitors", Map.of("name", "启用后")).expect(201);

        assertThat(heard(2)).extracting(Heard::type).containsExactly("competitors.created", "competitors.created");
    }

    @Test
    void aNewSecretSignsBesideTheFormerOne() throws Exception {
        TestAnswer webhook = webhook(Map.of());
        String former = webhook.text("/secret");
        String secret = admin.post("/api/v1/webhooks/" + webhook.id() + "/secret", Map.of()).expect(200).text("/secret");

        admin.post("/api/v1/webhooks/" + webhook.id() + "/test", Map.of()).expect(202);

        Heard message = heard(1).getFirst();
        assertThat(secret).isNotEqualTo(former);
        assertThat(message.signature()).isEqualTo(signed(secret, message) + " " + signed(former, message));
    }

    @Test
    void noMessageLeadsIntoSomebodysNetworkUnlessThatIsSaid() {
        String id = admin.post("/api/v1/webhooks", Map.of("name", "Inside", "url", "https://127.0.0.1:1/")).expect(201).id();

        admin.post("/api/v1/webhooks/" + id + "/test", Map.of()).expect(202);

        await().until(() -> "private-address".equals(delivery(id, "waiting").path("trouble").asString("")));
        assertThat(delivery(id, "waiting").get("status").isNull()).isTrue();
    }

    @Test
    void onlyAdministratorsSettleThemAndAllThatIsWrongIsSaid() {
        TestClient person = company.person("lin");
        person.get("/api/v1/webhooks").expect(403);
        person.post("/api/v1/webhooks", Map.of("name", "x", "url", "https://example.com/")).expect(403);
        for (String url : List.of("", "example.com", "ftp://example.com/", "https://user:secret@example.com/", "http://example.com/", "https://", "ht tp://x", "javascript:alert(1)")) {
            TestAnswer refused = admin.post("/api/v1/webhooks", Map.of("name", "x", "url", url)).expect(422);
            assertThat(refused.error("url")).as(url).isNotNull();
        }
        TestAnswer refused = admin.post("/api/v1/webhooks", Map.of("name", " ", "url", "https://example.com/", "objects", List.of("nonsense"), "actions", List.of("burnt"))).expect(422);
        assertThat(List.of("name", "objects", "actions")).allMatch(at -> refused.error(at) != null);
        String id = webhook(Map.of()).id();
        admin.get("/api/v1/webhooks/" + id + "/deliveries?state=lost").expect(400);
        admin.get("/api/v1/webhooks/" + id + "/deliveries?page=x").expect(400);
        admin.post("/api/v1/webhooks/" + id + "/deliveries/" + id + "/replay", Map.of()).expect(404);
        admin.delete("/api/v1/webhooks/" + id).expect(204);
        admin.get("/api/v1/webhooks/" + id + "/deliveries").expect(404);
    }
}
