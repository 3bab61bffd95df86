package io.keyuan.engine.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.engine.RegisterCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever makes a record that is there already is told so, wherever they come from, and what is there twice is found. */
class DuplicatesTest {

    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String CONTACTS = "/api/v1/contacts";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();

    private String customer(Map<String, Object> values) {
        return admin.post(CUSTOMERS + "?duplicates=allow", values).expect(201).id();
    }

    private void onSave(String what) {
        admin.put(CUSTOMERS + "/duplicates/standing", Map.of("onSave", what)).expect(200);
    }

    private static List<JsonNode> candidates(TestClient client, String path, Map<String, Object> values) {
        return client.post(path + "/duplicates", Map.of("values", values)).expect(200).at("/candidates").valueStream().toList();
    }

    private static List<String> titles(List<JsonNode> candidates) {
        return candidates.stream().map(candidate -> candidate.path("title").asString("hidden")).toList();
    }

    @Test
    void whatIsTypedIsFoundHoweverItIsWritten() {
        customer(Map.of("name", "北京远山科技有限公司", "phone", "010-6253 1811", "email", "info@yuanshan.example", "creditCode", "91350100M000100Y43"));
        customer(Map.of("name", "上海远山科技有限公司"));

        for (Map<String, Object> typed : List.<Map<String, Object>>of(
                Map.of("name", "远山科技（北京）股份有限公司"), Map.of("name", "遠山科技"), Map.of("name", "Beijing Yuanshan Keji"),
                Map.of("name", "北京远山科有限公司"), Map.of("name", "北京山远科技有限公司"), Map.of("phone", "+86 10 62531811"),
                Map.of("email", "INFO@Yuanshan.example"), Map.of("creditCode", "9135 0100 m000 100y 43"))) {
            assertThat(titles(candidates(admin, CUSTOMERS, typed))).as("%s", typed).contains("北京远山科技有限公司");
        }
        customer(Map.of("name", "Crestview Industrial Corp.", "city", "沈阳"));
        assertThat(titles(candidates(admin, CUSTOMERS, Map.of("name", "Crestveiw Industrial")))).containsExactly("Crestview Industrial Corp.");
        assertThat(titles(candidates(admin, CUSTOMERS, Map.of("name", "Crestview Industral")))).containsExactly("Crestview Industrial Corp.");
        assertThat(titles(candidates(admin, CUSTOMERS, Map.of("name", "北京远山科技有限公司")))).containsExactly("北京远山科技有限公司");
        assertThat(titles(candidates(admin, CUSTOMERS, Map.of("name", "北京远山科技有限公司广州分公司")))).isEmpty();
        assertThat(titles(candidates(admin, CUSTOMERS, Map.of("name", "北京青山贸易有限公司")))).isEmpty();
        JsonNode first = candidates(admin, CUSTOMERS, Map.of("name", "远山科技", "phone", "86-10-62531811")).getFirst();
        assertThat(first.path("score").asInt()).isBetween(90, 100);
        assertThat(first.at("/reasons/0/text").asString()).isEqualTo("The same number: Telephone");
    }

    @Test
    void whatIsTypedInFullWidthIsPutRight() {
        String there = customer(Map.of("name", "沈阳明达物流有限公司", "phone", "０２４－８１０９０２１３", "email", "Ｉｎｆｏ＠ｍｉｎｇｄａ。ｅｘａｍｐｌｅ",
                "website", "ｈｔｔｐｓ：／／ｍｉｎｇｄａ．ｅｘａｍｐｌｅ/关于（我们）"));

        TestAnswer saved = admin.get(CUSTOMERS + "/" + there).expect(200);
        assertThat(saved.text("/phone")).isEqualTo("024-81090213");
        assertThat(saved.text("/email")).isEqualTo("Info@mingda.example");
        assertThat(saved.text("/website")).isEqualTo("https://mingda.example/关于（我们）");
        assertThat(titles(candidates(admin, CUSTOMERS, Map.of("phone", "（０２４）８１０９—０２１３")))).containsExactly("沈阳明达物流有限公司");
        assertThat(admin.post(CUSTOMERS, Map.of("name", "A", "phone", "电话")).expect(422).text("/errors/0/message")).contains("an extension");
    }

    @Test
    void namesakesAreOnlyTheSameWithSomethingBesideTheirName() {
        String one = customer(Map.of("name", "杭州云帆实业有限公司"));
        String other = customer(Map.of("name", "成都锐达食品有限公司"));
        admin.post(CONTACTS, Map.of("name", "张伟", "customer", Map.of("id", one), "mobile", "138 0013 8000")).expect(201);

        assertThat(titles(candidates(admin, CONTACTS, Map.of("name", "Wei Zhang", "customer", Map.of("id", one))))).containsExactly("张伟");
        assertThat(titles(candidates(admin, CONTACTS, Map.of("name", "伟张", "mobile", "+8613800138000")))).containsExactly("张伟");
        assertThat(candidates(admin, CONTACTS, Map.of("name", "张伟", "customer", Map.of("id", other), "mobile", "139 0013 8000"))).isEmpty();
    }

    @Test
    void whoeverSavesIsWarnedOrRefusedAsTheirCompanyWants() {
        onSave("warn");
        String there = customer(Map.of("name", "广州明达物流有限公司"));
        Map<String, Object> twin = Map.of("name", "明达物流（广州）有限公司");

        TestAnswer warned = admin.post(CUSTOMERS, twin).expect(409);
        assertThat(warned.text("/type")).isEqualTo("/problems/duplicate");
        assertThat(warned.text("/code")).isEqualTo("like-another");
        assertThat(warned.text("/candidates/0/id")).isEqualTo(there);
        assertThat(warned.at("/mayInsist").asBoolean()).isTrue();
        TestAnswer second = admin.post(CUSTOMERS + "?duplicates=allow", twin).expect(201);
        // What was so before is not said again; what becomes so is.
        admin.patch(CUSTOMERS + "/" + second.id(), 1, Map.of("phone", "020 8888 6666")).expect(200);
        String third = admin.post(CUSTOMERS, Map.of("name", "佛山和顺食品有限公司")).expect(201).id();
        admin.patch(CUSTOMERS + "/" + third, 1, Map.of("phone", "+86 20 88886666")).expect(409);
        admin.patch(CUSTOMERS + "/" + third + "?duplicates=allow", 1, Map.of("phone", "+86 20 88886666")).expect(200);
        assertThat(admin.post(CUSTOMERS + "/batch", Map.of("create", List.of(twin))).expect(200).at("/results/0/status").asInt()).isEqualTo(409);
        admin.post(CUSTOMERS + "?duplicates=perhaps", twin).expect(400);

        onSave("refuse");
        TestClient seller = company.person("seller");
        assertThat(seller.post(CUSTOMERS + "?duplicates=allow", twin).expect(409).at("/mayInsist").asBoolean()).isFalse();
        admin.post(CUSTOMERS + "?duplicates=allow", twin).expect(201);
        onSave("nothing");
        seller.post(CUSTOMERS, twin).expect(201);
    }

    @Test
    void whoMayNotSeeARecordLearnsWhomToAskAndNotWhich() {
        TestClient owner = company.person("owner");
        TestClient other = company.person("other");
        owner.post(CUSTOMERS, Map.of("name", "苏州恒泰电子有限公司", "phone", "0512 6666 7777")).expect(201);

        JsonNode told = candidates(other, CUSTOMERS, Map.of("name", "恒泰电子", "phone", "+86 512 66667777")).getFirst();

        assertThat(told.path("hidden").asBoolean()).isTrue();
        assertThat(told.has("id")).isFalse();
        assertThat(told.has("title")).isFalse();
        assertThat(told.at("/owner/title").asString()).isEqualTo("owner");
        // What is only perhaps the same is nobody's to know.
        assertThat(candidates(other, CUSTOMERS, Map.of("name", "恒泰机械"))).isEmpty();
    }

    @Test
    void aCodeOfARegisterWithAWrongCharacterIsRefused() {
        assertThat(RegisterCode.isValid("91350100M000100Y43")).isTrue();
        TestAnswer refused = admin.post(CUSTOMERS, Map.of("name", "A", "creditCode", "91350100M000100Y44")).expect(422);
        assertThat(refused.text("/errors/0/path")).isEqualTo("creditCode");
        assertThat(refused.text("/errors/0/code")).isEqualTo("not-register-code");
        assertThat(admin.post(CUSTOMERS, Map.of("name", "A", "creditCode", "91350100m000100y43")).expect(201).text("/creditCode")).isEqualTo("91350100M000100Y43");
    }

    @Test
    void allThereAreIsLookedThroughAndStaysTrue() {
        String a = customer(Map.of("name", "青岛海润食品有限公司"));
        String b = customer(Map.of("name", "青岛市海润食品有限责任公司"));
        String c = customer(Map.of("name", "青島海潤食品", "phone", "0532 8765 4321"));
        customer(Map.of("name", "烟台海润食品有限公司"));
        scan();

        TestAnswer found = admin.get(CUSTOMERS + "/duplicates").expect(200);
        assertThat(found.items()).hasSize(1);
        assertThat(found.at("/count/value").asInt()).isOne();
        assertThat(found.at("/count/exact").asBoolean()).isTrue();
        assertThat(records(found.items().getFirst())).containsExactlyInAnyOrder(a, b, c);
        assertThat(found.items().getFirst().at("/pairs")).hasSize(3);

        // Two that are not the same are not shown again, also when all is looked through again.
        admin.post(CUSTOMERS + "/duplicates/dismiss", Map.of("records", List.of(a, b))).expect(204);
        admin.post(CUSTOMERS + "/duplicates/dismiss", Map.of("records", List.of(a, c))).expect(204);
        scan();
        assertThat(records(admin.get(CUSTOMERS + "/duplicates").items().getFirst())).containsExactlyInAnyOrder(b, c);
        assertThat(admin.get(CUSTOMERS + "/duplicates?state=dismissed").items()).hasSize(2);
        admin.post(CUSTOMERS + "/duplicates/reopen", Map.of("records", List.of(a, b))).expect(204);
        assertThat(records(admin.get(CUSTOMERS + "/duplicates").items().getFirst())).containsExactlyInAnyOrder(a, b, c);

        // What changes is compared again behind whoever changes it.
        String d = customer(Map.of("name", "完全不同的公司", "phone", "+86 532 87654321"));
        await().atMost(PATIENCE).untilAsserted(() ->
                assertThat(records(admin.get(CUSTOMERS + "/duplicates").items().getFirst())).containsExactlyInAnyOrder(a, b, c, d));
        admin.delete(CUSTOMERS + "/" + d).expect(204);
        admin.patch(CUSTOMERS + "/" + c, 1, Map.of("name", "日照青禾食品")).expect(200);
        await().atMost(PATIENCE).untilAsserted(() ->
                assertThat(records(admin.get(CUSTOMERS + "/duplicates").items().getFirst())).containsExactlyInAnyOrder(a, b));
        TestAnswer none = company.person("nobody").get(CUSTOMERS + "/duplicates").expect(200);
        assertThat(none.items()).isEmpty();
        assertThat(none.at("/count/value").asInt()).isZero();
        assertThat(admin.get(CUSTOMERS + "/duplicates/standing").at("/underway").asBoolean()).isFalse();
    }

    private void scan() {
        String job = admin.post(CUSTOMERS + "/duplicates/scan", Map.of()).expect(202).id();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(admin.get("/api/v1/jobs/" + job).text("/state")).isEqualTo("done"));
    }

    private static List<String> records(JsonNode group) {
        return group.path("records").valueStream().map(record -> record.path("id").asString()).toList();
    }

    @Test
    void whatComesBackFromTheBinIsFoundAgain() {
        String id = customer(Map.of("name", "大连北辰机械有限公司"));
        admin.delete(CUSTOMERS + "/" + id).expect(204);
        assertThat(candidates(admin, CUSTOMERS, Map.of("name", "北辰机械"))).isEmpty();
        admin.post(CUSTOMERS + "/" + id + "/restore", Map.of()).expect(200);
        assertThat(titles(candidates(admin, CUSTOMERS, Map.of("name", "北辰机械")))).containsExactly("大连北辰机械有限公司");
        admin.patch(CUSTOMERS + "/" + id, 3, Map.of("name", "大连南星机械有限公司")).expect(200);
        assertThat(candidates(admin, CUSTOMERS, Map.of("name", "北辰机械"))).isEmpty();
        assertThat(titles(candidates(admin, CUSTOMERS, Map.of("name", "南星机械")))).containsExactly("大连南星机械有限公司");
    }
}
