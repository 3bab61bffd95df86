package io.keyuan.engine.web;

import static io.keyuan.engine.web.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.Right;
import io.keyuan.sales.StageMeaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = SurfaceServer.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class MetadataTest {

    @LocalServerPort
    private int port;

    @Autowired
    private SurfaceServer.Rights rights;

    @Autowired
    private SurfaceServer.Choices choices;

    private Http http;

    @BeforeEach
    void mayEverything() {
        http = new Http(port);
        rights.granted = (right, type) -> true;
        rights.readable = attribute -> true;
        choices.stages.clear();
    }

    @Test
    void theTenantAndTheNavigationAreNamed() {
        JsonNode metadata = metadata("zh-CN");

        assertThat(metadata.get("language").asString()).isEqualTo("zh-CN");
        assertThat(metadata.get("tenant")).isEqualTo(tree("""
                {"slug":"keyuan","name":"客缘科技","baseCurrency":"CNY","timeZone":"Asia/Shanghai","fiscalYearStart":1,
                 "languages":["zh-CN","zh-TW","en"],"defaultLanguage":null,"numberFormat":"language","dateFormat":"language"}"""));
        assertThat(names(metadata.get("areas"))).containsExactly("customers", "sales", "work", "settings");
        assertThat(metadata.get("areas").get(0)).isEqualTo(tree("""
                {"name":"customers","label":"客户","objects":["customers","contacts","affiliations","relationships"]}"""));
        assertThat(metadata.get("areas").get(1).get("objects").valueStream().map(JsonNode::asString))
                .startsWith("opportunities", "leads", "products")
                .doesNotContain("opportunity-lines");
    }

    @Test
    void anObjectIsDescribedWithAllTheConsoleNeeds() {
        JsonNode opportunities = object(metadata("zh-CN"), "opportunities");

        assertThat(opportunities.get("type").asString()).isEqualTo("opportunity");
        assertThat(opportunities.get("label").asString()).isEqualTo("商机");
        assertThat(opportunities.get("capabilities"))
                .isEqualTo(tree("[\"owned\",\"timeline\",\"importable\",\"searchable\",\"mergeable\",\"exportable\",\"board\"]"));
        assertThat(opportunities.get("board").asString()).isEqualTo("stage");
        assertThat(opportunities.get("rights")).isEqualTo(tree("""
                {"create":true,"edit":true,"delete":true,"import":true,"export":true,"assign":true,"bulk":true,"configure":true}"""));
        assertThat(opportunities.get("columns")).isEqualTo(tree("""
                ["title","customer","stage","amount","closeDate","owner"]"""));
        assertThat(opportunities.get("sections").get(0)).isEqualTo(tree("""
                {"name":"basic","label":"基本资料",
                 "attributes":["title","number","customer","contact","stage","amount","probability","closeDate","tags"]}"""));
        assertThat(opportunities.get("sections").get(3)).isEqualTo(tree("""
                {"name":"system","label":"系统信息",
                 "attributes":["owner","externalId","createdAt","createdBy","updatedAt","updatedBy"]}"""));
        assertThat(opportunities.get("related")).isEqualTo(tree("""
                [{"object":"leads","attribute":"opportunity","label":"线索"},
                 {"object":"contact-logs","attribute":"opportunity","label":"跟进记录"},
                 {"object":"tasks","attribute":"opportunity","label":"任务"}]"""));
        assertThat(object(metadata("zh-CN"), "opportunity-lines").get("partOf").asString()).isEqualTo("opportunities");
    }

    @Test
    void anAttributeIsDescribedByItsType() {
        JsonNode opportunities = object(metadata("zh-TW"), "opportunities");

        assertThat(attribute(opportunities, "amount")).isEqualTo(tree("""
                {"name":"amount","label":"預計金額","help":null,"type":"money","required":false,"unique":false,"writable":true,
                 "derived":false,"masked":false,"filterable":true,"sortable":true,"searchable":false,"summed":true,"maxLength":null,
                 "min":null,"max":null,"scale":2,"multiline":false,"reference":null,"lines":null,"choices":null,"dependsOn":null,
                 "initial":null}"""));
        assertThat(attribute(opportunities, "customer").get("reference").asString()).isEqualTo("customers");
        assertThat(attribute(opportunities, "owner").get("reference").asString()).isEqualTo("users");
        assertThat(attribute(opportunities, "lines").get("lines").asString()).isEqualTo("opportunity-lines");
        assertThat(attribute(opportunities, "lines").get("reference").isNull()).isTrue();
        assertThat(attribute(opportunities, "stage").get("initial").asString()).isEqualTo("prospecting");
        assertThat(attribute(opportunities, "probability").get("max").intValue()).isEqualTo(100);
        assertThat(attribute(opportunities, "remarks").get("multiline").booleanValue()).isTrue();
        assertThat(attribute(opportunities, "createdAt").get("writable").booleanValue()).isFalse();
        assertThat(attribute(opportunities, "stage").get("choices").get(4)).isEqualTo(tree("""
                {"code":"won","label":"成交","meaning":"won","color":"jade","active":true}"""));
    }

    @Test
    void aTenantsChoicesAreSeenByTheNextRequest() {
        String before = http.get("/api/v1/metadata").headers().firstValue("ETag").orElseThrow();
        choices.stages.add(new ChoiceList.Item("signed", StageMeaning.WON, Map.of("zh-CN", "签约"), "plum", false, false, null));

        var after = http.get("/api/v1/metadata", "If-None-Match", before);

        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(attribute(object(json(after), "opportunities"), "stage").get("choices")).isEqualTo(tree("""
                [{"code":"signed","label":"签约","meaning":"won","color":"plum","active":false}]"""));
    }

    @Test
    void whatOneMayNotReadIsNotMentionedAnywhere() {
        rights.granted = (right, type) -> !type.path().equals("contacts") && right != Right.DELETE;
        rights.readable = attribute -> !attribute.name().equals("amount");

        JsonNode metadata = metadata("en");

        assertThat(names(metadata.get("objects"))).contains("customers").doesNotContain("contacts");
        JsonNode opportunities = object(metadata, "opportunities");
        assertThat(names(opportunities.get("attributes"))).contains("title").doesNotContain("amount");
        for (String list : List.of("columns", "quick")) {
            assertThat(opportunities.get(list).toString()).contains("title").doesNotContain("amount");
        }
        assertThat(opportunities.get("sections").toString()).doesNotContain("amount");
        assertThat(opportunities.get("rights").get("delete").booleanValue()).isFalse();
        assertThat(object(metadata, "customers").get("related").toString()).contains("opportunities").doesNotContain("contacts");
    }

    @Test
    void whoeverHasItAlreadyIsNotSentItAgain() {
        var first = http.get("/api/v1/metadata", "Accept-Language", "en");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        var again = http.get("/api/v1/metadata", "Accept-Language", "en", "If-None-Match", tag);
        var otherLanguage = http.get("/api/v1/metadata", "Accept-Language", "zh-CN", "If-None-Match", tag);

        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(otherLanguage.statusCode()).isEqualTo(200);
    }

    private JsonNode metadata(String language) {
        var answer = http.get("/api/v1/metadata", "X-Test-Language", language);
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer);
    }

    private static JsonNode object(JsonNode metadata, String name) {
        return named(metadata.get("objects"), name);
    }

    private static JsonNode attribute(JsonNode object, String name) {
        return named(object.get("attributes"), name);
    }

    private static JsonNode named(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(node -> node.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(node -> names.add(node.get("name").asString()));
        return names;
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
