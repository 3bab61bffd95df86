package io.keyuan.engine.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Fields that are calculated: from the record, from what it points to, and from what points to it. */
class CalculationsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();

    @Test
    void aFormulaIsTrueWithEveryAnswer() {
        String weighted = formula("opportunities", "Weighted", "money", "amount * probability / 100");
        String id = opportunity(Map.of("amount", "2000", "probability", 40));

        TestAnswer made = admin.get("/api/v1/opportunities/" + id).expect(200);
        assertThat(made.at("/" + weighted + "/amount").asString()).isEqualTo("800.00");
        assertThat(made.at("/" + weighted + "/currency").asString()).isEqualTo("CNY");

        TestAnswer changed = admin.patch("/api/v1/opportunities/" + id, made.version(), Map.of("probability", 50)).expect(200);
        assertThat(changed.at("/" + weighted + "/amount").asString()).isEqualTo("1000.00");
        assertThat(found("opportunities", weighted + " >= 1000")).containsExactly(id);
        assertThat(found("opportunities", weighted + " > 1000")).isEmpty();

        admin.patch("/api/v1/opportunities/" + id, changed.version(), java.util.Collections.singletonMap("amount", null)).expect(200);
        assertThat(found("opportunities", "has(" + weighted + ")")).isEmpty();
    }

    @Test
    void formulasKnowTextDatesAndCases() {
        String place = formula("customers", "Place", "text", "region + (has(city) && has(region) ? ' · ' : '') + city");
        String size = formula("customers", "Size", "text", "employees.orValue(0) >= 500 ? 'large' : employees > 50 ? 'middle' : 'small'");
        String head = formula("customers", "Per head", null, "round(revenue / employees, 2)");
        String known = formula("customers", "Known until", "date", "addMonths(date(createdAt), 12)");
        String young = formula("customers", "Young", "boolean", "2026 - yearEstablished < 10 && !has(parentCompany)");
        String id = customer(Map.of(
                "region", "浙江", "city", "杭州", "employees", 80, "revenue", "1000", "yearEstablished", 2020));
        String bare = customer(Map.of("city", "宁波", "employees", 0, "revenue", "5"));

        JsonNode full = admin.get("/api/v1/customers/" + id).expect(200).body();
        assertThat(full.path(place).asString()).isEqualTo("浙江 · 杭州");
        assertThat(full.path(size).asString()).isEqualTo("middle");
        assertThat(full.path(head).asString()).isEqualTo("12.5");
        assertThat(full.path(known).asString().substring(0, 4)).isEqualTo(Integer.toString(java.time.LocalDate.now(java.time.ZoneOffset.ofHours(8)).getYear() + 1));
        assertThat(full.path(young).asBoolean()).isTrue();
        JsonNode other = admin.get("/api/v1/customers/" + bare).expect(200).body();
        assertThat(other.path(place).asString()).isEqualTo("宁波");
        assertThat(other.path(size).asString()).isEqualTo("small");
        assertThat(other.path(head).isNull() || other.path(head).isMissingNode()).as("nothing is divided by zero").isTrue();
        assertThat(sorted("customers", place)).containsExactly(bare, id);
    }

    @Test
    void linesOfARecordCountLikeRecords() {
        String pieces = rollUp("opportunities", "Pieces", Map.of(
                "object", "opportunity-lines", "reference", "opportunity", "function", "sum", "attribute", "quantity"));
        String dear = rollUp("products", "Asked for", Map.of(
                "object", "opportunity-lines", "reference", "product", "function", "sum", "attribute", "quantity", "condition", "quantity < 10.0"));
        String product = admin.post("/api/v1/products", Map.of("name", "Pump")).expect(201).id();
        String deal = opportunity(Map.of("title", "Pumps", "lines", List.of(
                Map.of("product", Map.of("id", product), "quantity", "2", "price", "5"), Map.of("product", Map.of("id", product), "quantity", "10", "price", "4"))));

        assertThat(new java.math.BigDecimal(admin.get("/api/v1/opportunities/" + deal).expect(200).text("/" + pieces))).isEqualByComparingTo("12");
        assertThat(new java.math.BigDecimal(admin.get("/api/v1/products/" + product).expect(200).text("/" + dear))).isEqualByComparingTo("2");

        change("opportunities", deal, Map.of("lines", List.of(Map.of("product", Map.of("id", product), "quantity", "3", "price", "5"))));
        assertThat(new java.math.BigDecimal(admin.get("/api/v1/opportunities/" + deal).expect(200).text("/" + pieces))).isEqualByComparingTo("3");
        assertThat(new java.math.BigDecimal(admin.get("/api/v1/products/" + product).expect(200).text("/" + dear))).isEqualByComparingTo("3");
        admin.delete("/api/v1/opportunities/" + deal).expect(204);
        assertThat(new java.math.BigDecimal(admin.get("/api/v1/products/" + product).expect(200).text("/" + dear))).isEqualByComparingTo("0");
    }

    @Test
    void aRollUpFollowsWhatPointsToTheRecord() {
        String open = rollUp("customers", "Open value", Map.of(
                "object", "opportunities", "reference", "customer", "function", "sum", "attribute", "amount", "condition", "stage.meaning != 'lost'"));
        String count = rollUp("customers", "Number", Map.of("object", "opportunities", "reference", "customer", "function", "count"));
        String last = rollUp("customers", "Latest", Map.of(
                "object", "opportunities", "reference", "customer", "function", "last", "attribute", "title"));
        String customer = customer(Map.of());
        String other = customer(Map.of());
        assertThat(figures(customer, open, count)).containsExactly("0.00", "0");

        String small = opportunity(Map.of("customer", Map.of("id", customer), "amount", "100", "title", "小单"));
        String large = opportunity(Map.of("customer", Map.of("id", customer), "amount", "900.5", "title", "大单"));
        assertThat(figures(customer, open, count)).containsExactly("1000.50", "2");
        assertThat(admin.get("/api/v1/customers/" + customer).expect(200).text("/" + last)).isEqualTo("大单");
        assertThat(admin.get("/api/v1/customers/" + customer).expect(200).version()).as("nobody has edited it").isEqualTo(1);

        change("opportunities", large, Map.of("customer", Map.of("id", other)));
        assertThat(figures(customer, open, count)).containsExactly("100.00", "1");
        assertThat(figures(other, open, count)).containsExactly("900.50", "1");

        admin.delete("/api/v1/opportunities/" + small).expect(204);
        assertThat(figures(customer, open, count)).containsExactly("0.00", "0");
        admin.post("/api/v1/opportunities/" + small + "/restore", Map.of()).expect(200);
        assertThat(figures(customer, open, count)).containsExactly("100.00", "1");
        assertThat(found("customers", open + " > 500 && " + count + " == 1")).containsExactly(other);
    }

    @Test
    void whatFollowsFromAFigureFollowsToo() {
        String total = rollUp("customers", "Total", Map.of(
                "object", "opportunities", "reference", "customer", "function", "sum", "attribute", "amount"));
        String class_ = formula("customers", "Class", "text", total + " >= 1000 ? 'A' : 'B'");
        String share = formula("opportunities", "Share", "percent", "amount / customer." + total + " * 100");
        String customer = customer(Map.of());
        String first = opportunity(Map.of("customer", Map.of("id", customer), "amount", "300"));
        assertThat(admin.get("/api/v1/customers/" + customer).expect(200).text("/" + class_)).isEqualTo("B");

        String second = opportunity(Map.of("customer", Map.of("id", customer), "amount", "900"));

        assertThat(admin.get("/api/v1/customers/" + customer).expect(200).text("/" + class_)).isEqualTo("A");
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(admin.get("/api/v1/opportunities/" + first).expect(200).text("/" + share)).isEqualTo("25");
            assertThat(admin.get("/api/v1/opportunities/" + second).expect(200).text("/" + share)).isEqualTo("75");
        });
    }

    @Test
    void recordsOfBeforeGetTheirValues() {
        String customer = customer(Map.of("city", "苏州"));
        IntStream.range(0, 30).forEach(i -> opportunity(Map.of("customer", Map.of("id", customer), "amount", String.valueOf(i))));

        String doubled = formula("opportunities", "Doubled", null, "amount * 2");
        String city = formula("opportunities", "City", "text", "customer.city");
        String highest = rollUp("customers", "Highest", Map.of(
                "object", "opportunities", "reference", "customer", "function", "max", "attribute", "amount"));
        await().atMost(SOON).until(() -> ready("opportunities", doubled) && ready("opportunities", city) && ready("customers", highest));

        assertThat(found("opportunities", doubled + " >= 50")).hasSize(5);
        assertThat(found("opportunities", city + " == '苏州'")).hasSize(30);
        assertThat(admin.get("/api/v1/customers/" + customer).expect(200).at("/" + highest + "/amount").asString()).isEqualTo("29.00");

        admin.patch("/api/v1/opportunities/attributes/" + doubled, version("opportunities", doubled), Map.of("formula", "amount * 3")).expect(200);
        await().atMost(SOON).until(() -> ready("opportunities", doubled));
        assertThat(found("opportunities", doubled + " >= 75")).hasSize(5);
    }

    @Test
    void nothingGoesByItself() {
        String total = rollUp("customers", "Total", Map.of(
                "object", "opportunities", "reference", "customer", "function", "sum", "attribute", "amount"));
        String share = formula("opportunities", "Share", null, "amount / customer." + total);
        String half = formula("opportunities", "Half", null, share + " / 2");

        TestAnswer refused = admin.patch(
                "/api/v1/opportunities/attributes/" + share, version("opportunities", share), Map.of("formula", "amount / customer." + total + " + " + half)).expect(422);

        assertThat(fault(refused).path("message").asString()).contains("Share → Opportunity / Half → Opportunity / Share");
        TestAnswer around = admin.patch(
                "/api/v1/customers/attributes/" + total, version("customers", total),
                Map.of("rollUp", Map.of("object", "opportunities", "reference", "customer", "function", "sum", "attribute", share))).expect(422);
        assertThat(around.error("rollUp.attribute")).as("a decimal is no amount").isNotNull();
        assertThat(admin.delete("/api/v1/opportunities/attributes/" + share).expect(409).content()).contains("Half");
    }

    @Test
    void whatIsWrongIsSaidAtItsPlace() {
        assertThat(fault(refused("amount * ")).path("args").get(0).asInt()).isPositive();
        assertThat(fault(refused("amount * nonsense")).path("message").asString()).contains("character 10").contains("nonsense");
        assertThat(refused("title * 2").error("formula")).isNotNull();
        assertThat(fault(refused("closeDate < daysAgo(3) ? 1 : 2")).path("code").asString()).isEqualTo("not-lasting");
        assertThat(fault(refused("owner == me() ? 1 : 2")).path("code").asString()).isEqualTo("not-lasting");
        assertThat(refused("lines.exists(l, l.quantity > 1) ? 1 : 2").error("formula")).isNotNull();
        assertThat(refused("title").error("type")).as("text is no number").isNotNull();
        assertThat(refused("x".repeat(5_000)).error("formula")).isNotNull();
        assertThat(refused("'" + "\u0000" + "'").error("formula")).isNotNull();
        assertThat(admin.post("/api/v1/customers/attributes", Map.of("label", "Wrong", "rollUp", Map.of(
                "object", "opportunities", "reference", "owner", "function", "median"))).expect(422).error("rollUp.function")).isNotNull();
        String weighted = formula("opportunities", "Weighted", null, "amount * 2");
        String id = opportunity(Map.of("amount", "1"));
        assertThat(admin.patch("/api/v1/opportunities/" + id, 1, Map.of(weighted, "7")).expect(422).error(weighted)).as("nobody writes it").isNotNull();
    }

    @Test
    void hugeNumbersAreNothingRatherThanAnError() {
        String power = formula("opportunities", "Power", null, "amount * amount * amount * amount");
        String id = opportunity(Map.of("amount", "999999999999"));

        assertThat(found("opportunities", "has(" + power + ")")).isEmpty();
        change("opportunities", id, Map.of("amount", "10"));
        assertThat(found("opportunities", power + " == 10000")).containsExactly(id);
    }

    /** Whatever happens to records in whatever order, figures and formulas are what a plain calculation says. */
    @Test
    void afterAnyHistoryValuesAreWhatTheyWouldBeWorkedOutAnew() {
        String total = rollUp("customers", "Total", Map.of(
                "object", "opportunities", "reference", "customer", "function", "sum", "attribute", "amount", "condition", "probability >= 50"));
        String count = rollUp("customers", "Number", Map.of("object", "opportunities", "reference", "customer", "function", "count"));
        String mean = formula("customers", "Mean", null, "round(" + total + " / " + count + ", 2)");
        String above = formula("opportunities", "Above", "boolean", "amount > customer." + mean);
        long seed = System.nanoTime();
        var random = new Random(seed);
        List<String> customers = IntStream.range(0, 3).mapToObj(i -> customer(Map.of())).toList();
        List<Deal> deals = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            act(random, customers, deals);
        }

        Map<String, BigDecimal> means = new HashMap<>();
        for (String customer : customers) {
            List<Deal> there = deals.stream().filter(deal -> !deal.gone && customer.equals(deal.customer)).toList();
            BigDecimal sum = there.stream().filter(deal -> deal.probability >= 50).map(deal -> BigDecimal.valueOf(deal.amount)).reduce(BigDecimal.ZERO, BigDecimal::add);
            JsonNode read = admin.get("/api/v1/customers/" + customer).expect(200).body();
            assertThat(read.path(total).path("amount").decimalValue(BigDecimal.valueOf(-1)).compareTo(sum) == 0
                            || new BigDecimal(read.path(total).path("amount").asString()).compareTo(sum) == 0)
                    .as("seed %s: %s is %s", seed, read.path(total), sum).isTrue();
            assertThat(read.path(count).asInt()).as("seed %s", seed).isEqualTo(there.size());
            if (!there.isEmpty()) {
                means.put(customer, sum.divide(BigDecimal.valueOf(there.size()), 2, RoundingMode.HALF_UP));
                assertThat(new BigDecimal(read.path(mean).asString())).as("seed %s", seed).isEqualByComparingTo(means.get(customer));
            }
        }
        await().atMost(SOON).untilAsserted(() -> {
            for (Deal deal : deals) {
                if (!deal.gone) {
                    boolean is = admin.get("/api/v1/opportunities/" + deal.id).expect(200).body().path(above).asBoolean();
                    assertThat(is).as("seed %s: %s", seed, deal).isEqualTo(BigDecimal.valueOf(deal.amount).compareTo(means.get(deal.customer)) > 0);
                }
            }
        });
    }

    private void act(Random random, List<String> customers, List<Deal> deals) {
        String customer = customers.get(random.nextInt(customers.size()));
        int amount = random.nextInt(1_000);
        int probability = random.nextInt(100);
        if (deals.isEmpty() || random.nextInt(5) == 0) {
            String id = opportunity(Map.of("customer", Map.of("id", customer), "amount", String.valueOf(amount), "probability", probability));
            deals.add(new Deal(id, customer, amount, probability));
            return;
        }
        Deal deal = deals.get(random.nextInt(deals.size()));
        if (deal.gone) {
            admin.post("/api/v1/opportunities/" + deal.id + "/restore", Map.of()).expect(200);
            deal.gone = false;
            return;
        }
        switch (random.nextInt(3)) {
            case 0 -> {
                change("opportunities", deal.id, Map.of("amount", String.valueOf(amount), "probability", probability));
                deal.amount = amount;
                deal.probability = probability;
            }
            case 1 -> {
                change("opportunities", deal.id, Map.of("customer", Map.of("id", customer)));
                deal.customer = customer;
            }
            default -> {
                admin.delete("/api/v1/opportunities/" + deal.id).expect(204);
                deal.gone = true;
            }
        }
    }

    private static final class Deal {
        private final String id;
        private String customer;
        private int amount;
        private int probability;
        private boolean gone;

        Deal(String id, String customer, int amount, int probability) {
            this.id = id;
            this.customer = customer;
            this.amount = amount;
            this.probability = probability;
        }

        @Override
        public String toString() {
            return amount + " of " + customer;
        }
    }

    // ---- what all of them do ----

    private static JsonNode fault(TestAnswer refused) {
        return Objects.requireNonNull(refused.error("formula"), refused::toString);
    }

    private TestAnswer refused(String formula) {
        return admin.post("/api/v1/opportunities/attributes", Map.of("label", "Wrong", "type", "decimal", "formula", formula)).expect(422);
    }

    private String formula(String object, String label, @Nullable String type, String text) {
        Map<String, Object> body = new HashMap<>(Map.of("label", label, "formula", text));
        if (type != null) {
            body.put("type", type);
        }
        return admin.post("/api/v1/" + object + "/attributes", body).expect(201).text("/name");
    }

    private String rollUp(String object, String label, Map<String, Object> rollUp) {
        return admin.post("/api/v1/" + object + "/attributes", Map.of("label", label, "rollUp", rollUp)).expect(201).text("/name");
    }

    private boolean ready(String object, String name) {
        return attribute(object, name).get("ready").asBoolean();
    }

    private long version(String object, String name) {
        return attribute(object, name).get("version").asLong();
    }

    private JsonNode attribute(String object, String name) {
        return admin.get("/api/v1/" + object + "/attributes").expect(200).items().stream()
                .filter(item -> item.get("name").asString().equals(name)).findFirst().orElseThrow();
    }

    private String customer(Map<String, Object> values) {
        Map<String, Object> body = new HashMap<>(values);
        body.putIfAbsent("name", "远山科技 " + System.nanoTime());
        return admin.post("/api/v1/customers", body).expect(201).id();
    }

    private String opportunity(Map<String, Object> values) {
        Map<String, Object> body = new HashMap<>(values);
        body.putIfAbsent("title", "设备采购");
        return admin.post("/api/v1/opportunities", body).expect(201).id();
    }

    private void change(String object, String id, Map<String, Object> values) {
        long version = admin.get("/api/v1/" + object + "/" + id).expect(200).version();
        admin.patch("/api/v1/" + object + "/" + id, version, values).expect(200);
    }

    private List<String> figures(String customer, String money, String count) {
        JsonNode read = admin.get("/api/v1/customers/" + customer).expect(200).body();
        return List.of(read.path(money).path("amount").asString(), read.path(count).asString());
    }

    private List<String> found(String object, String filter) {
        return admin.get("/api/v1/" + object + "?limit=100&filter=" + TestClient.encoded(filter)).expect(200).items().stream()
                .map(item -> item.get("id").asString()).toList();
    }

    private List<String> sorted(String object, String sort) {
        return admin.get("/api/v1/" + object + "?sort=" + sort).expect(200).items().stream().map(item -> item.get("id").asString()).toList();
    }
}
