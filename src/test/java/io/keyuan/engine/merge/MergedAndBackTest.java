package io.keyuan.engine.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestForm;
import io.keyuan.TestTenant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Merging and taking that back leaves everything that can be read as it was, whatever the records are and whatever hangs on them. */
class MergedAndBackTest {

    private static final List<String> WORDS = List.of("远山", "Acme", "Harbour", "Lamp", "恒泰", "spoken");
    private static final List<String> OBJECTS = List.of("customers", "contacts", "opportunities", "contact-logs", "tasks", "leads");

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final List<String> people = new ArrayList<>();
    private final List<String> segments = new ArrayList<>();
    private final List<String> customers = new ArrayList<>();
    private final List<String> contacts = new ArrayList<>();
    private final List<String> opportunities = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everythingIsAsBefore(long seed) {
        var random = new Random(seed);
        stock(random);
        var readable = new Readable(admin, OBJECTS, segments, WORDS);
        Map<String, String> before = readable.now(Set.of());

        Map<String, Merger> jobs = new LinkedHashMap<>();
        for (int round = 0; round < 3; round++) {
            boolean ofContacts = random.nextInt(3) == 0;
            List<String> all = ofContacts ? contacts : customers;
            int from = random.nextInt(all.size());
            int into = (from + 1 + random.nextInt(all.size() - 1)) % all.size();
            var merger = new Merger(admin, ofContacts ? "contacts" : "customers");
            List<String> others = new ArrayList<>(List.of(all.get(from)));
            String staying = all.get(into);
            int third = random.nextInt(all.size());
            if (third != from && third != into) {
                others.add(all.get(third));
            }
            Map<String, Object> choose = new LinkedHashMap<>(Map.of("name", random.nextBoolean() ? staying : others.getFirst()));
            if (random.nextBoolean()) {
                choose.put("owner", others.getFirst());
                choose.put("remarks", "all");
            }
            jobs.put(merger.merge(Map.of("choose", choose), staying, others.toArray(String[]::new)), merger);
            all.removeAll(others);
        }
        assertThat(readable.now(Set.of())).isNotEqualTo(before);

        Set<String> untold = new java.util.HashSet<>(jobs.keySet());
        new ArrayList<>(jobs.keySet()).reversed().forEach(job -> {
            Merger merger = java.util.Objects.requireNonNull(jobs.get(job));
            var undone = merger.undo(job, false);
            untold.add(undone.get("id").asString());
            assertThat(undone.at("/result/kept").asInt() + undone.at("/result/failed").asInt()).as(undone.toString()).isZero();
            assertThat(admin.get("/api/v1/jobs/" + job).text("/state")).isEqualTo("undone");
        });

        Map<String, String> after = readable.now(untold);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((what, told) -> assertThat(after.get(what)).as(what).isEqualTo(told));
    }

    private void stock(Random random) {
        admin.post("/api/v1/customers/attributes", Map.of("label", "Licence", "name", "c_licence", "type", "file")).expect(201);
        for (String name : List.of("li", "zhou", "wang")) {
            people.add(company.person(name).person());
        }
        for (int i = 0; i < 2; i++) {
            segments.add(post("segments", Map.of("object", "customers", "name", "S" + i, "kind", "static")));
        }
        for (int i = 0; i < 6; i++) {
            customers.add(post("customers?duplicates=allow", customer(random, i)));
        }
        String product = post("products", Map.of("name", "Lamp"));
        for (int i = 0; i < 8; i++) {
            contacts.add(post("contacts?duplicates=allow", with(Map.of("name", word(random) + i, "owner", person(random)), random, "customer", customers, "mobile", "138 0013 800" + i)));
        }
        for (int i = 0; i < 5; i++) {
            Map<String, Object> sale = new LinkedHashMap<>(with(Map.of("title", word(random) + " " + i), random, "customer", customers, "nextStep", "call"));
            sale.put("contact", Map.of("id", one(random, contacts)));
            sale.put("lines", List.of(Map.of("product", Map.of("id", product), "quantity", "" + (i + 1))));
            opportunities.add(post("opportunities", sale));
        }
        for (int i = 0; i < 8; i++) {
            Map<String, Object> log = new LinkedHashMap<>(Map.of("subject", "Talk " + i, "kind", "call", "happenedAt", "2026-0" + (1 + i) + "-01T10:00:00Z"));
            log.put("customer", Map.of("id", one(random, customers)));
            log.put("contact", Map.of("id", one(random, contacts)));
            post("contact-logs", log);
            post("tasks", with(Map.of("title", "Task " + i, "owner", person(random)), random, "customer", customers, "priority", "high"));
        }
        post("leads?duplicates=allow", Map.of("name", "Lead", "company", word(random)));
        beside(random);
    }

    private void beside(Random random) {
        for (String customer : customers) {
            String address = "/api/v1/customers/" + customer;
            for (int i = random.nextInt(3); i > 0; i--) {
                String comment = admin.post(address + "/comments", Map.of("body", "spoken " + i + " @[" + one(random, people) + "]")).expectOneOf(201, 422).content();
                assertThat(comment).isNotEmpty();
                admin.post(address + "/files", new TestForm().file("note" + i + ".txt", "written " + i)).expect(201);
            }
            if (random.nextBoolean()) {
                admin.post(address + "/follow", Map.of()).expectOneOf(200, 201, 204);
                admin.post(address + "/shares", Map.of("to", Map.of("kind", "user", "id", one(random, people)))).expect(204);
            }
            admin.post("/api/v1/segments/" + one(random, segments) + "/members", Map.of("add", List.of(customer))).expectOneOf(200, 204);
        }
    }

    private Map<String, Object> customer(Random random, int number) {
        Map<String, Object> customer = new LinkedHashMap<>(Map.of("name", word(random) + " " + number, "owner", person(random)));
        if (random.nextBoolean()) {
            customer.put("number", "N" + number);
            customer.put("revenue", Map.of("amount", "1000.50", "currency", "USD"));
        }
        if (random.nextBoolean()) {
            customer.put("tags", List.of(one(random, List.of("important", "followUp", "watch"))));
            customer.put("remarks", "Remark " + number);
        }
        if (random.nextBoolean()) {
            customer.put("phone", "010 6253 181" + number);
            customer.put("grade", one(random, List.of("a", "b", "c")));
        }
        if (number % 2 == 0) {
            String licence = admin.post("/api/v1/files", new TestForm().file("Lamp" + number + ".txt", "licence " + number)).expect(201).id();
            customer.put("c_licence", Map.of("id", licence));
        }
        if (!customers.isEmpty() && random.nextBoolean()) {
            customer.put("parentCompany", Map.of("id", one(random, customers)));
        }
        return customer;
    }

    private static Map<String, Object> with(Map<String, Object> values, Random random, String reference, List<String> targets, String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put(reference, Map.of("id", one(random, targets)));
        if (random.nextBoolean()) {
            all.put(name, value);
        }
        return all;
    }

    private Map<String, String> person(Random random) {
        return Map.of("id", one(random, people));
    }

    private static String word(Random random) {
        return one(random, WORDS);
    }

    private static String one(Random random, List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String post(String path, Map<String, Object> body) {
        return admin.post("/api/v1/" + path, body).expect(201).id();
    }
}
