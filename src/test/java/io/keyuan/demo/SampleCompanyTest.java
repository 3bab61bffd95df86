package io.keyuan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestDatabase;
import io.keyuan.TestTenant;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectTypes;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A made-up company that is complete, agrees with itself, and goes again without a trace. */
class SampleCompanyTest {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final List<String> QUESTIONS = List.of(
            "opportunities/aggregate?group=stage,owner.department&measure=count,sum(amount)",
            "opportunities/aggregate?group=source,lossReason&measure=count",
            "customers/aggregate?group=region,grade,stage&measure=count,sum(revenue)",
            "leads/aggregate?group=state,source,disqualification&measure=count",
            "contact-logs/aggregate?group=kind,owner&measure=count",
            "tasks/aggregate?group=state,priority&measure=count");

    /** Filled in once, for everything that only looks at it. */
    private static final class Filled {
        static final TestTenant COMPANY = filled();
    }

    private static TestTenant filled() {
        TestTenant company = RunningProgram.freshTenant();
        end(company.administrator(), company.administrator().post("/api/v1/demo", Map.of()).expect(202));
        return company;
    }

    private static JsonNode end(TestClient client, TestAnswer accepted) {
        String job = accepted.header("Location");
        await().atMost(LONG).until(() -> !List.of("queued", "running").contains(client.get(job).expect(200).text("/state")));
        JsonNode ended = client.get(job).body();
        assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("done");
        return ended;
    }

    @Test
    void everyObjectHasSomethingToShow() {
        for (var type : RunningProgram.get().bean(ObjectTypes.class).all()) {
            if (!type.can(Capability.HIDDEN)) {
                JsonNode page = Filled.COMPANY.administrator().get("/api/v1/" + type.path() + "?limit=1").expect(200).body();
                assertThat(page.get("items").size()).as(type.path()).isOne();
            }
        }
    }

    @Test
    void theSameDayMakesTheSameCompany() {
        TestClient one = Filled.COMPANY.administrator();
        TestClient other = filled().administrator();

        for (String question : QUESTIONS) {
            assertThat(withoutIds(other.get("/api/v1/" + question).expect(200).body()))
                    .as(question)
                    .isEqualTo(withoutIds(one.get("/api/v1/" + question).expect(200).body()));
        }
    }

    /** The groups by their titles, whatever their ids. */
    private static List<String> withoutIds(JsonNode answer) {
        return answer.get("groups").valueStream()
                .map(group -> group.toString().replaceAll("\"id\":\"[0-9a-f-]{36}\",?", ""))
                .sorted()
                .toList();
    }

    @Test
    void anOpportunityIsWorthWhatItsLinesAre() {
        for (JsonNode opportunity : items("opportunities?limit=200")) {
            BigDecimal lines = BigDecimal.ZERO;
            JsonNode whole = Filled.COMPANY.administrator().get("/api/v1/opportunities/" + opportunity.get("id").asString()).body();
            for (JsonNode line : whole.get("lines")) {
                lines = lines.add(new BigDecimal(line.at("/price/amount").asString()).multiply(new BigDecimal(line.get("quantity").asString())));
            }
            assertThat(new BigDecimal(whole.at("/amount/amount").asString())).as(whole.toString()).isEqualByComparingTo(lines);
        }
    }

    @Test
    void listsAndFiguresTellTheSame() {
        JsonNode groups = body("opportunities/aggregate?group=stage&measure=count,sum(amount)").get("groups");
        for (JsonNode group : groups) {
            String filter = TestClient.encoded("stage == '" + group.get("stage").asString() + "'");
            JsonNode page = body("opportunities?limit=1&count=exact&filter=" + filter);
            assertThat(page.at("/count/value").asInt()).isEqualTo(group.get("count").asInt());
        }
    }

    @Test
    void aCustomerWasLastSpokenToWhenTheLastLogSays() {
        for (JsonNode customer : items("customers?limit=20&sort=-lastContactAt")) {
            String filter = TestClient.encoded("customer == '" + customer.get("id").asString() + "'");
            JsonNode last = items("contact-logs?limit=1&sort=-happenedAt&filter=" + filter).get(0);
            assertThat(customer.get("lastContactAt").asString()).isEqualTo(last.get("happenedAt").asString());
        }
    }

    @Test
    void aSaleHasAHistoryOfThePastByWhoeverSoldIt() {
        JsonNode won = items("opportunities?limit=1&filter=" + TestClient.encoded("stage == 'won'")).get(0);
        JsonNode history = body("opportunities/" + won.get("id").asString() + "/history").get("items");

        assertThat(history.size()).isGreaterThan(1);
        List<Instant> times = StreamSupport.stream(history.spliterator(), false).map(entry -> Instant.parse(entry.get("at").asString())).toList();
        assertThat(times.reversed()).isSorted().allMatch(at -> at.isBefore(Instant.now().minus(Duration.ofMinutes(5))));
        assertThat(history).allMatch(entry -> entry.at("/by/id").asString().equals(won.at("/owner/id").asString()));
        assertThat(Instant.parse(won.get("createdAt").asString())).isEqualTo(times.getLast());
    }

    @Test
    void whatIsInItIsFound() {
        JsonNode customer = items("customers?limit=1").get(0);
        JsonNode found = body("search?q=" + TestClient.encoded(customer.get("name").asString())).get("items");

        assertThat(found).anyMatch(hit -> hit.get("id").asString().equals(customer.get("id").asString()));
    }

    @Test
    void itGoesWithoutATrace() {
        TestTenant company = RunningProgram.freshTenant();
        TestClient administrator = company.administrator();
        Map<String, Long> before = rows(company);
        end(administrator, administrator.post("/api/v1/demo", Map.of()).expect(202));
        String seller = administrator.get("/api/v1/users?filter=" + TestClient.encoded("login == 'demo-seller'")).body().at("/items/0/id").asString();
        administrator.post("/api/v1/users/" + seller + "/invite", Map.of()).expect(200);

        JsonNode removal = end(administrator, administrator.delete("/api/v1/demo").expect(202));

        assertThat(removal.at("/result/kept").asInt()).isZero();
        assertThat(removal.at("/result/removed").asInt()).isGreaterThan(3_000);
        assertThat(rows(company)).isEqualTo(before);
        assertThat(administrator.get("/api/v1/demo").expect(200).text("/state")).isEqualTo("none");
    }

    @Test
    void whatPeopleMadeStaysWithWhatItNeeds() {
        TestTenant company = filled();
        TestClient administrator = company.administrator();
        JsonNode customer = administrator.get("/api/v1/customers?limit=1").body().at("/items/0");
        String log = administrator.post("/api/v1/contact-logs", Map.of(
                "subject", "我们自己的拜访", "kind", "visit", "happenedAt", "2026-01-05T08:00:00Z",
                "customer", Map.of("id", customer.get("id").asString()))).expect(201).id();
        String own = administrator.post("/api/v1/customers", Map.of("name", "自己的客户")).expect(201).id();

        JsonNode removal = end(administrator, administrator.delete("/api/v1/demo").expect(202));

        assertThat(removal.at("/result/kept.customer").asInt()).isOne();
        assertThat(administrator.get("/api/v1/contact-logs/" + log).expect(200).text("/customer/title")).isEqualTo(customer.get("name").asString());
        assertThat(administrator.get("/api/v1/customers/" + customer.get("id").asString()).expect(200).text("/owner/title")).isNotEmpty();
        assertThat(administrator.get("/api/v1/customers?count=exact").body().at("/count/value").asInt()).isEqualTo(2);
        administrator.get("/api/v1/customers/" + own).expect(200);
        assertThat(administrator.get("/api/v1/opportunities?count=exact").body().at("/count/value").asInt()).isZero();
    }

    @Test
    void thereIsOneAtMostAndOnlyWhereNobodyHasDataOfTheirOwn() {
        Filled.COMPANY.administrator().post("/api/v1/demo", Map.of()).expect(409);
        TestTenant working = RunningProgram.freshTenant();
        working.administrator().delete("/api/v1/demo").expect(404);
        working.administrator().post("/api/v1/customers", Map.of("name", "A customer of ours")).expect(201);
        assertThat(working.administrator().get("/api/v1/demo").body().get("possible").asBoolean()).isFalse();
        assertThat(working.administrator().post("/api/v1/demo", Map.of()).expect(409).content()).contains("data of its own");
        TestClient person = working.person("somebody");
        person.get("/api/v1/demo").expect(403);
        person.post("/api/v1/demo", Map.of()).expect(403);
        person.delete("/api/v1/demo").expect(403);
    }

    /** How many rows of each table are the company's, but for what tells that something went. */
    private static Map<String, Long> rows(TestTenant company) {
        var jdbc = new JdbcTemplate(TestDatabase.dataSource(RunningProgram.get().database()));
        Map<String, Long> rows = new TreeMap<>();
        jdbc.queryForList(
                        "select table_name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id'"
                                // That it was there, and that it went, is told without a value of it; what files held goes a day later.
                                + " and table_name not in ('job', 'change_log', 'notification', 'file_content') and table_name not like 'audit\\_%'", String.class)
                .forEach(table -> rows.put(table, jdbc.queryForObject(
                        "select count(*) from " + table + " where tenant_id = ?", Long.class, company.id())));
        return rows;
    }

    private static JsonNode body(String path) {
        return Filled.COMPANY.administrator().get("/api/v1/" + path).expect(200).body();
    }

    private static JsonNode items(String path) {
        return body(path).get("items");
    }
}
