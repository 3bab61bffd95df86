package io.keyuan.contract;

import static io.keyuan.TestClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What addresses can do that values of one part cannot. */
class AddressesTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final TestTenant TENANT = RunningProgram.freshTenant();
    private static final TestClient ADMIN = TENANT.administrator();
    private static final String NAME = "c_office";

    private static final String SHENZHEN = customer("深圳", Map.of("country", "CN", "district", "440305", "street", "科苑路8号"));
    private static final String GUANGZHOU = customer("广州", "广东广州天河区体育西路1号 510620");
    private static final String BEIJING = customer("北京", Map.of("province", "110000", "district", "110108"));
    private static final String SPRINGFIELD = customer(
            "Springfield", Map.of("country", "US", "province", "Illinois", "city", "Springfield", "street", "1 Main St", "postcode", "62701"));
    private static final String NOWHERE = customer("无", null);

    private static String customer(String name, @org.jspecify.annotations.Nullable Object office) {
        if (!ADMIN.get("/api/v1/customers/attributes").expect(200).content().contains(NAME)) {
            ADMIN.post("/api/v1/customers/attributes", Map.of("label", "Office", "name", NAME, "type", "address", "searchable", true)).expect(201);
        }
        return ADMIN.post("/api/v1/customers", office == null ? Map.of("name", name) : Map.of("name", name, NAME, office)).expect(201).id();
    }

    private static JsonNode office(String id) {
        return ADMIN.get("/api/v1/customers/" + id).expect(200).body().path(NAME);
    }

    private static List<String> found(String filter) {
        return ADMIN.get("/api/v1/customers?filter=" + encoded(filter)).expect(200).items().stream().map(item -> item.get("id").asString()).toList();
    }

    @Test
    void allPartsAreToldAndHowTheyRead() {
        assertThat(office(SHENZHEN).toString()).isEqualTo(
                "{\"country\":\"CN\",\"province\":\"440000\",\"city\":\"440300\",\"district\":\"440305\",\"street\":\"科苑路8号\",\"text\":\"广东省深圳市南山区科苑路8号\"}");
        assertThat(office(GUANGZHOU).get("text").asString()).isEqualTo("广东省广州市天河区体育西路1号 510620");
        assertThat(office(BEIJING).get("text").asString()).isEqualTo("北京市海淀区");
        assertThat(office(SPRINGFIELD).get("text").asString()).isEqualTo("1 Main St, Springfield, Illinois 62701, United States");
    }

    @Test
    void whatIsWrongIsToldOfItsPart() {
        TestAnswer refused = ADMIN.with("Accept-Language", "zh-CN").post("/api/v1/customers", Map.of(
                "name", "x", NAME, Map.of("country", "CN", "province", "440000", "city", "110100", "postcode", "12"))).expect(422);

        assertThat(Objects.requireNonNull(refused.error(NAME + ".city")).get("message").asString()).isEqualTo("广东省没有这个行政区划。");
        assertThat(refused.error(NAME + ".postcode")).isNotNull();
        TestAnswer nowhere = ADMIN.with("Accept-Language", "zh-CN").post("/api/v1/customers", Map.of("name", "x", NAME, Map.of("city", "Springfield"))).expect(422);
        assertThat(Objects.requireNonNull(nowhere.error(NAME + ".country")).get("message").asString()).isEqualTo("请选择所在的国家或地区。");
    }

    @Test
    void aPartThatIsWrongIsNotMissingToo() {
        ADMIN.post("/api/v1/competitors/attributes", Map.of("label", "Seat", "name", "c_seat", "type", "address", "required", true)).expect(201);

        TestAnswer refused = ADMIN.post("/api/v1/competitors", Map.of("name", "x", "c_seat", Map.of("country", "XX"))).expect(422);
        TestAnswer missing = ADMIN.post("/api/v1/competitors", Map.of("name", "x", "c_seat", Map.of("country", ""))).expect(422);

        assertThat(refused.at("/errors").size()).isEqualTo(1);
        assertThat(Objects.requireNonNull(missing.error("c_seat")).get("code").asString()).isEqualTo("required");
    }

    @Test
    void everyPartIsFilteredByBeforeAndAfterItIsLookedUp() {
        filter();
        await().atMost(SOON).until(() -> ADMIN.get("/api/v1/customers/attributes").items().stream().allMatch(item -> item.get("ready").asBoolean()));
        filter();
    }

    private static void filter() {
        assertThat(found(NAME + ".province == '440000'")).containsExactlyInAnyOrder(SHENZHEN, GUANGZHOU);
        assertThat(found(NAME + ".city in ['440300', 'Springfield']")).containsExactlyInAnyOrder(SHENZHEN, SPRINGFIELD);
        assertThat(found(NAME + ".country == 'CN' && " + NAME + ".district != '440305'")).containsExactlyInAnyOrder(GUANGZHOU, BEIJING);
        assertThat(found("!(" + NAME + ".province == '440000')")).containsExactlyInAnyOrder(BEIJING, SPRINGFIELD, NOWHERE);
        assertThat(found(NAME + ".contains('海淀')")).containsExactly(BEIJING);
        assertThat(found(NAME + ".street.contains('体育')")).containsExactly(GUANGZHOU);
        assertThat(found("!has(" + NAME + ")")).containsExactly(NOWHERE);
        assertThat(found(NAME + ".city == '110000'")).containsExactly(BEIJING);
        assertThat(found(NAME + ".city in ['110000', '440100']")).containsExactlyInAnyOrder(BEIJING, GUANGZHOU);
        assertThat(found("has(" + NAME + ") && !has(" + NAME + ".city)")).isEmpty();
        ADMIN.get("/api/v1/customers?filter=" + encoded(NAME + " == '广东'")).expect(400);
        ADMIN.get("/api/v1/customers?filter=" + encoded(NAME + ".floor == '3'")).expect(400);
        List<String> sorted = ADMIN.get("/api/v1/customers?sort=" + NAME).expect(200).items().stream().map(item -> item.get("id").asString()).toList();
        assertThat(sorted).containsExactly(NOWHERE, BEIJING, GUANGZHOU, SHENZHEN, SPRINGFIELD);
    }

    @Test
    void chartsGroupByPlacesAndCallThemByTheirNames() {
        JsonNode groups = ADMIN.get("/api/v1/customers/aggregate?group=" + NAME + ".province&measure=count").expect(200).at("/groups");

        assertThat(groups.get(0).toString()).isEqualTo("{\"" + NAME + ".province\":{\"id\":\"440000\",\"title\":\"广东省\"},\"count\":2}");
        assertThat(ADMIN.get("/api/v1/customers/aggregate?group=" + NAME + ".city&measure=count").expect(200).at("/groups").toString())
                .contains("{\"" + NAME + ".city\":{\"id\":\"110000\",\"title\":\"北京市\"},\"count\":1}");
        ADMIN.get("/api/v1/customers/aggregate?group=" + NAME + "&measure=count").expect(400);
    }

    @Test
    void theSearchBoxFindsItByItsWords() {
        await().atMost(SOON).untilAsserted(() -> assertThat(ADMIN.get("/api/v1/search?q=" + encoded("南山区")).expect(200).content()).contains(SHENZHEN));
    }

    @Test
    void formulasReadItsParts() {
        ADMIN.post("/api/v1/customers/attributes", Map.of("label", "Region", "name", "c_region", "formula", NAME + ".province + '/' + " + NAME)).expect(201);

        await().atMost(SOON).untilAsserted(() -> assertThat(ADMIN.get("/api/v1/customers/" + SHENZHEN).expect(200).text("/c_region"))
                .isEqualTo("440000/广东省深圳市南山区科苑路8号"));
    }

    @Test
    void placesAreToldInTheReadersLanguageAndOnlyOnce() {
        TestAnswer places = ADMIN.with("Accept-Language", "zh-CN").get("/api/v1/places").expect(200);

        assertThat(places.at("/countries").toString()).startsWith("[{\"code\":\"CN\",\"name\":\"中国\"},{\"code\":\"HK\",\"name\":\"中国香港\"}");
        assertThat(places.at("/divisions").size()).isGreaterThan(3_000);
        assertThat(places.at("/divisions/0").toString())
                .isEqualTo("{\"code\":\"110000\",\"name\":\"北京市\",\"other\":null,\"above\":null,\"level\":\"province\",\"spelling\":\"bei jing shi\"}");
        assertThat(ADMIN.with("Accept-Language", "zh-TW").get("/api/v1/places").expect(200).content()).contains("\"name\":\"廣東省\",\"other\":\"广东省\"");
        ADMIN.with("Accept-Language", "zh-CN").with("If-None-Match", Objects.requireNonNull(places.header("ETag"))).get("/api/v1/places").expect(304);
        TENANT.nobody().get("/api/v1/places").expect(401);
    }

    @Test
    void aLineIsTakenApart() {
        JsonNode read = ADMIN.post("/api/v1/places/address", Map.of("text", "北京市朝阳区建国路\n88号 100022")).expect(200).body();

        assertThat(read.toString()).isEqualTo("{\"country\":\"CN\",\"province\":\"110000\",\"district\":\"110105\",\"street\":\"建国路 88号\","
                + "\"postcode\":\"100022\",\"text\":\"北京市朝阳区建国路 88号 100022\"}");
        assertThat(ADMIN.post("/api/v1/places/address", Map.of()).expect(422).error("text")).isNotNull();
        ADMIN.post("/api/v1/places/address", Map.of("text", "路".repeat(501))).expect(422);
    }
}
