package io.keyuan.contract;

import static io.keyuan.TestClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.PassedMoment;
import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whatever happens to customers and their opportunities, in whatever order and however many at once: every list as of a moment is what it
 * was told to be at that moment.
 */
class AsOfHistoriesTest {

    private static final int STEPS = 24;
    private static final int BETWEEN = 4;
    private static final List<String> CITIES = List.of("上海", "杭州", "Zürich", "a%b");
    private static final List<String> GRADES = List.of("a", "b", "c");
    private static final List<String> STAGES = List.of("prospecting", "proposing", "negotiating");

    /** Lists that go by different attributes, of the records themselves and of those they lead to. */
    private static final List<String> LISTS = List.of(
            "customers?sort=name", "customers?sort=-createdAt", "customers?sort=-revenue,name", "customers?sort=-updatedAt",
            "customers?sort=grade&filter=" + encoded("city == '上海'"),
            "customers?sort=name&filter=" + encoded("has(parentCompany) && parentCompany.city == '杭州'"),
            "customers?sort=city&filter=" + encoded("'vip' in tags || revenue > 500"),
            "opportunities?sort=-amount", "opportunities?sort=closeDate&filter=" + encoded("stage == 'proposing'"),
            "opportunities?sort=title&filter=" + encoded("customer.city == '上海' && customer.grade in ['a', 'b']"),
            "opportunities?sort=title&filter=" + encoded("lines.exists(line, line.quantity > 5)"));

    /** One company, its people and what they do, decided by a seed. */
    private static final class History {

        private final TestTenant company = RunningProgram.freshTenant();
        private final TestClient admin = company.administrator();
        private final Random random;
        private final Map<String, List<String>> there = new HashMap<>(Map.of("customers", new ArrayList<>(), "opportunities", new ArrayList<>()));
        private final List<String> owners;
        private String product = "";

        History(long seed) {
            random = new Random(seed);
            owners = List.of(admin.person(), company.person("first-" + company.slug()).person());
        }

        void begin() {
            var vip = admin.post("/api/v1/choices", Map.of("object", "customers", "attribute", "tags", "label", "vip")).expect(201);
            assertThat(vip.text("/code")).isEqualTo("vip");
            product = admin.post("/api/v1/products", Map.of("name", "Crate")).expect(201).id();
            for (int i = 0; i < 6; i++) {
                create("customers");
                create("opportunities");
            }
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        private @Nullable String any(String object) {
            List<String> ids = there.get(object);
            return ids == null || ids.isEmpty() ? null : one(ids);
        }

        private Map<String, @Nullable Object> values(String object) {
            Map<String, @Nullable Object> all = new LinkedHashMap<>();
            String customer = any("customers");
            if (object.equals("customers")) {
                all.put("name", "Customer " + random.nextInt(1_000));
                all.put("city", random.nextInt(4) == 0 ? null : one(CITIES));
                all.put("grade", one(GRADES));
                all.put("revenue", Map.of("amount", String.valueOf(random.nextInt(1_000)), "currency", "CNY"));
                all.put("parentCompany", customer == null || random.nextBoolean() ? null : Map.of("id", customer));
                all.put("tags", random.nextBoolean() ? List.of("vip") : List.of());
                all.put("remarks", "said " + random.nextInt());
            } else {
                all.put("title", "Opportunity " + random.nextInt(1_000));
                all.put("customer", customer == null ? null : Map.of("id", customer));
                all.put("stage", one(STAGES));
                all.put("amount", random.nextInt(3) == 0 ? null : Map.of("amount", String.valueOf(random.nextInt(1_000)), "currency", "CNY"));
                all.put("closeDate", "2026-0" + (1 + random.nextInt(9)) + "-15");
                all.put("lines", List.of(Map.of("product", Map.of("id", product), "quantity", 1 + random.nextInt(9))));
            }
            all.put("owner", Map.of("id", one(owners)));
            return all;
        }

        private void create(String object) {
            Map<String, @Nullable Object> values = values(object);
            values.values().removeIf(value -> value == null);
            there.computeIfAbsent(object, any -> new ArrayList<>()).add(admin.post("/api/v1/" + object, values).expect(201).id());
        }

        /** Some of the values, so that each change concerns some lists and not others. */
        private Map<String, @Nullable Object> change(String object) {
            Map<String, @Nullable Object> change = values(object);
            change.keySet().removeIf(name -> random.nextInt(3) > 0);
            return change;
        }

        void step() {
            String object = random.nextBoolean() ? "customers" : "opportunities";
            String id = any(object);
            switch (id == null ? 0 : random.nextInt(8)) {
                case 0 -> create(object);
                case 1, 2, 3 -> edit(object, id);
                case 4 -> delete(object, id);
                case 5 -> restore(object);
                case 6 -> bulk(object);
                default -> backAndForth(object, id);
            }
        }

        private void edit(String object, @Nullable String id) {
            String address = "/api/v1/" + object + "/" + id;
            Map<String, @Nullable Object> change = change(object);
            change.remove("parentCompany", Map.of("id", String.valueOf(id)));
            // Not every change makes sense, such as to be one's own parent's parent.
            admin.patch(address, admin.get(address).expect(200).version(), change).expectOneOf(200, 422);
        }

        private void delete(String object, @Nullable String id) {
            if (admin.delete("/api/v1/" + object + "/" + id).expectOneOf(204, 409, 422).status() == 204) {
                there.getOrDefault(object, List.of()).remove(id);
            }
        }

        private void restore(String object) {
            List<JsonNode> bin = admin.get("/api/v1/" + object + "?deleted=true&limit=50").expect(200).items();
            if (!bin.isEmpty()) {
                String id = one(bin).get("id").asString();
                if (admin.post("/api/v1/" + object + "/" + id + "/restore", Map.of()).expectOneOf(200, 409, 422).status() == 200) {
                    there.computeIfAbsent(object, any -> new ArrayList<>()).add(id);
                }
            }
        }

        /** What a job gives to all, and half of the time takes back. */
        private void bulk(String object) {
            Map<String, Object> update = object.equals("customers") ? Map.of("city", one(CITIES)) : Map.of("nextStep", "call " + random.nextInt(100));
            String job = admin.post("/api/v1/" + object + "/bulk", Map.of("filter", object.equals("customers") ? "has(name)" : "has(title)", "update", update)).expect(202).header("Location");
            awaitState(job, "done");
            if (random.nextBoolean()) {
                String undo = admin.post(job + "/undo", Map.of()).expect(202).header("Location");
                awaitState(undo, "done");
            }
        }

        private void awaitState(String job, String state) {
            await().atMost(Duration.ofMinutes(1)).until(() -> admin.get(job).expect(200).text("/state").equals(state));
        }

        /** Two changes of which nothing is left. */
        private void backAndForth(String object, @Nullable String id) {
            String address = "/api/v1/" + object + "/" + id;
            JsonNode before = admin.get(address).expect(200).body();
            String name = object.equals("customers") ? "name" : "title";
            long version = before.path("version").asLong();
            admin.patch(address, version, Map.of(name, "Elsewhere")).expect(200);
            admin.patch(address, version + 1, Map.of(name, before.path(name).asString())).expect(200);
        }

        /** What every list says now, and when that was. */
        Told listen() {
            Map<String, List<String>> lists = new LinkedHashMap<>();
            LISTS.forEach(list -> lists.put(list, list(list, "")));
            return new Told(PassedMoment.passed(), lists);
        }

        List<String> list(String list, String asOf) {
            return admin.get("/api/v1/" + list + "&limit=200" + asOf).expect(200).items().stream().map(AsOfHistoriesTest::untitled).toList();
        }
    }

    private record Told(Instant moment, Map<String, List<String>> lists) {}

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void everyListIsWhatItWas(@ForAll long seed) {
        var history = new History(seed);
        history.begin();
        List<Told> told = new ArrayList<>(List.of(history.listen()));
        for (int step = 1; step <= STEPS; step++) {
            history.step();
            if (step % BETWEEN == 0) {
                told.add(history.listen());
            }
        }
        told.forEach(then -> then.lists().forEach((list, lines) -> assertThat(history.list(list, "&asOf=" + encoded(then.moment().toString())))
                .as("%s as of %s", list, then.moment())
                .isEqualTo(lines)));
    }

    /** But for the titles of what they point to, which are those of today. */
    private static String untitled(JsonNode record) {
        return record.toString().replaceAll(",\"title\":\"[^\"]*\"}", "}");
    }
}
