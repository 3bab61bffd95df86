package io.keyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestDatabase;
import io.keyuan.TestTenant;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What shows on a customer of what happened around it. */
class TimelinesTest {

    private static final TestTenant TENANT = RunningProgram.freshTenant();
    private static final TestClient ADMIN = TENANT.administrator();
    private static final TestClient SELLER = TENANT.person("seller");
    private static final String NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();

    private static String make(String object, Map<String, Object> body) {
        return ADMIN.post("/api/v1/" + object, body).expect(201).id();
    }

    private static Map<String, Object> to(String id) {
        return Map.of("id", id);
    }

    private static List<JsonNode> timeline(TestClient reader, String record) {
        return reader.get("/api/v1/" + record + "/timeline?limit=100").expect(200).items();
    }

    private static List<String> kindsAndObjects(List<JsonNode> items) {
        return items.stream().map(item -> item.get("kind").asString() + " of " + item.at("/record/object").asString()).toList();
    }

    @Test
    void whatHappenedToContactsAndOpportunitiesShowsOnTheCustomer() {
        String customer = make("customers", Map.of("name", "云帆科技"));
        String contact = make("contacts", Map.of("name", "陈思远", "customer", to(customer)));
        String opportunity = make("opportunities", Map.of("title", "二期平台", "customer", to(customer)));
        ADMIN.post("/api/v1/opportunities/" + opportunity + "/comments", Map.of("body", "分期可以")).expect(201);
        make("contact-logs", Map.of("kind", "visit", "happenedAt", NOW, "summary", "确认范围\n担心周期", "opportunity", to(opportunity)));

        List<JsonNode> items = timeline(ADMIN, "customers/" + customer);

        assertThat(kindsAndObjects(items)).containsExactlyInAnyOrder(
                "contact-logs of contact-logs", "comments of opportunities", "changes of opportunities", "changes of contacts", "changes of customers");
        assertThat(items).filteredOn(item -> item.at("/record/id").asString().equals(contact))
                .singleElement().satisfies(item -> assertThat(item.at("/record/title").asString()).isEqualTo("陈思远"));
    }

    @Test
    void aLogNeedsNoMoreThanWhatWasSaidAndItsNextStepBecomesATask() {
        String customer = make("customers", Map.of("name", "宁波海天"));
        String opportunity = make("opportunities", Map.of("title", "续签", "customer", to(customer)));

        TestAnswer log = ADMIN.post("/api/v1/contact-logs", Map.of(
                "kind", "call", "happenedAt", NOW, "summary", "合同走法务\n预计三天", "opportunity", to(opportunity),
                "nextStep", "送合同", "nextStepDue", "2026-12-01")).expect(201);

        assertThat(log.text("/subject")).isEqualTo("合同走法务");
        assertThat(log.text("/customer/id")).isEqualTo(customer);
        assertThat(ADMIN.get("/api/v1/customers/" + customer).expect(200).text("/lastContactAt")).isEqualTo(log.text("/happenedAt"));
        JsonNode task = timeline(ADMIN, "opportunities/" + opportunity).stream()
                .filter(item -> item.get("kind").asString().equals("tasks"))
                .findFirst().orElseThrow();
        assertThat(task.at("/values/title").asString()).isEqualTo("送合同");
        assertThat(task.at("/values/dueDate").asString()).isEqualTo("2026-12-01");
        assertThat(task.at("/values/customer/id").asString()).isEqualTo(customer);
        assertThat(task.at("/values/state").asString()).isEqualTo("open");
    }

    @Test
    void changesOfLinesAreToldWithTheirRecord() {
        String product = make("products", Map.of("name", "企业版"));
        String opportunity = make("opportunities", Map.of("title", "明细", "lines", List.of(Map.of("product", to(product), "quantity", "1"))));
        ADMIN.patch("/api/v1/opportunities/" + opportunity, 1, Map.of("lines", List.of(Map.of("product", to(product), "quantity", "3")))).expect(200);

        List<JsonNode> history = ADMIN.get("/api/v1/opportunities/" + opportunity + "/history").expect(200).items();

        JsonNode line = history.stream()
                .filter(item -> item.at("/record/object").asString().equals("opportunity-lines") && item.get("action").asString().equals("updated"))
                .findFirst().orElseThrow();
        assertThat(line.at("/record/title").asString()).isEqualTo("企业版");
        assertThat(line.at("/changes/0/attribute").asString()).isEqualTo("quantity");
        JsonNode record = history.stream()
                .filter(item -> item.at("/record/id").asString().equals(opportunity) && item.get("action").asString().equals("updated"))
                .findFirst().orElseThrow();
        assertThat(record.get("at")).as("a record and its lines change at one moment").isEqualTo(line.get("at"));
    }

    @Test
    void whatAReaderMayNotSeeIsNotOnTheTimelineNorNews() {
        String customer = make("customers", Map.of("name", "只看自己"));
        ADMIN.post("/api/v1/customers/" + customer + "/shares", Map.of("to", Map.of("kind", "user", "id", SELLER.person()))).expect(204);
        SELLER.post("/api/v1/customers/" + customer + "/follow", Map.of()).expect(204);
        String opportunity = make("opportunities", Map.of("title", "机密商机", "customer", to(customer)));
        String log = make("contact-logs", Map.of("kind", "visit", "happenedAt", NOW, "summary", "机密拜访", "customer", to(customer)));
        ADMIN.post("/api/v1/opportunities/" + opportunity + "/comments", Map.of("body", "机密评论")).expect(201);
        ADMIN.post("/api/v1/contact-logs/" + log + "/comments", Map.of("body", "机密批复")).expect(201);

        TestAnswer seen = SELLER.get("/api/v1/customers/" + customer + "/timeline").expect(200);

        assertThat(seen.content()).doesNotContain("机密");
        assertThat(seen.items()).hasSize(1);
        assertThat(timeline(ADMIN, "customers/" + customer)).hasSize(4);
        JsonNode followed = SELLER.get("/api/v1/followed").expect(200).items().getFirst();
        assertThat(followed.get("news")).isEmpty();
        assertThat(followed.get("latest").isNull()).isTrue();
    }

    @Test
    void theOwnerOfACustomerSeesWhatHangsOnItWhoeverMadeIt() {
        String customer = make("customers", Map.of("name", "自己的客户", "owner", to(SELLER.person())));
        String opportunity = make("opportunities", Map.of("title", "同事的商机", "customer", to(customer)));
        ADMIN.post("/api/v1/opportunities/" + opportunity + "/comments", Map.of("body", "同事的评论")).expect(201);

        assertThat(SELLER.get("/api/v1/customers/" + customer + "/timeline").expect(200).content()).contains("同事的商机", "同事的评论");
        ADMIN.patch("/api/v1/customers/" + customer, 1, Map.of("owner", to(ADMIN.person()))).expect(200);
        SELLER.get("/api/v1/opportunities/" + opportunity).expect(404);
    }

    @Test
    void whoFollowsAsMuchAsOneMaySpeaksOnAndFollowsNoMore() {
        TestClient busy = TENANT.person("busy");
        String known = make("customers", Map.of("name", "已关注", "owner", to(busy.person())));
        String other = make("customers", Map.of("name", "未关注", "owner", to(busy.person())));
        busy.post("/api/v1/customers/" + known + "/follow", Map.of()).expect(204);
        new JdbcTemplate(TestDatabase.dataSource(RunningProgram.get().database())).update(
                "insert into follow select ?, ?, gen_random_uuid(), 'customer', now(), now(), gen_random_uuid() from generate_series(1, 299)",
                TENANT.id(), UUID.fromString(busy.person()));

        busy.post("/api/v1/customers/" + other + "/comments", Map.of("body", "照样可以说")).expect(201);

        assertThat(busy.get("/api/v1/customers/" + other + "/followers").expect(200).at("/following").asBoolean()).isFalse();
        ADMIN.post("/api/v1/customers/" + other + "/comments", Map.of("body", "@[" + busy.person() + "] 请看")).expect(201);
        assertThat(busy.get("/api/v1/customers/" + other + "/followers").expect(200).items()).extracting(item -> item.get("id").asString())
                .containsExactly(ADMIN.person());
        busy.post("/api/v1/customers/" + known + "/follow", Map.of()).expect(204);
        assertThat(busy.post("/api/v1/customers/" + other + "/follow", Map.of()).expect(422).content()).contains("too-many-followed");
    }

    @Test
    void anAnswerToALogStandsUnderIt() {
        String customer = make("customers", Map.of("name", "批复"));
        String log = make("contact-logs", Map.of("kind", "visit", "happenedAt", NOW, "summary", "拜访", "customer", to(customer)));
        ADMIN.post("/api/v1/contact-logs/" + log + "/comments", Map.of("body", "首付不低于 40%")).expect(201);

        JsonNode entry = timeline(ADMIN, "customers/" + customer).stream()
                .filter(item -> item.get("kind").asString().equals("contact-logs"))
                .findFirst().orElseThrow();

        assertThat(entry.at("/comments/0/body").asString()).isEqualTo("首付不低于 40%");
    }

    /** Several entries share a moment, and several sources a page. */
    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void pagesNeitherSkipNorRepeat(
            @ForAll @Size(min = 1, max = 14) List<@IntRange(min = 0, max = 4) Integer> happenings, @ForAll @IntRange(min = 1, max = 6) int limit) {
        String customer = make("customers", Map.of("name", "翻页"));
        happenings.forEach(kind -> happen(customer, kind));

        List<String> whole = ids(ADMIN.get("/api/v1/customers/" + customer + "/timeline?limit=100"));

        assertThat(whole).hasSizeGreaterThan(happenings.size()).doesNotHaveDuplicates();
        assertThat(paged("/api/v1/customers/" + customer + "/timeline?limit=" + limit)).isEqualTo(whole);
    }

    private static void happen(String customer, int kind) {
        switch (kind) {
            case 0 -> make("contacts", Map.of("name", "某人", "customer", to(customer)));
            case 1 -> make("tasks", Map.of("title", "某事", "customer", to(customer)));
            case 2 -> ADMIN.post("/api/v1/customers/" + customer + "/comments", Map.of("body", "某话")).expect(201);
            case 3 -> ADMIN.post("/api/v1/contact-logs/batch", Map.of("create", List.of(log(customer), log(customer)))).expect(200);
            default -> make("opportunities", Map.of("title", "某单", "customer", to(customer)));
        }
    }

    private static Map<String, Object> log(String customer) {
        return Map.of("kind", "call", "happenedAt", NOW, "summary", "同一时刻", "customer", to(customer));
    }

    private static List<String> paged(String address) {
        List<String> ids = new ArrayList<>();
        @Nullable String next = "";
        while (next != null) {
            TestAnswer page = ADMIN.get(address + "&page=" + next);
            ids.addAll(ids(page));
            next = page.next();
        }
        return ids;
    }

    private static List<String> ids(TestAnswer page) {
        return page.expect(200).items().stream().map(item -> item.get("id").asString()).toList();
    }
}
