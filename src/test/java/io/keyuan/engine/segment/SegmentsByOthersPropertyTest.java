package io.keyuan.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of records and of those they point to, members are in the end whom the same filter finds. */
class SegmentsByOthersPropertyTest {

    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String CONTACTS = "/api/v1/contacts";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int STEPS = 80;
    private static final List<String> CONDITIONS = List.of(
            "customer.grade == 'a'", "customer.grade != 'a'", "!has(customer) || customer.parentCompany.grade == 'b'",
            "customer.parentCompany.parentCompany.grade in ['a', 'c']", "customer.owner.name.startsWith('M')", "has(position) && customer.grade == 'c'");

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final TestClient mei = company.person("Mei");
    private final List<String> customers = new ArrayList<>();
    private final List<String> contacts = new ArrayList<>();
    private final Set<String> gone = new HashSet<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void membersAreWhomTheFilterFinds(long seed) {
        var random = new Random(seed);
        Map<String, String> segments = new LinkedHashMap<>();
        for (int i = 0; i < STEPS; i++) {
            if (i % 9 == 4 && segments.size() < CONDITIONS.size()) {
                String condition = CONDITIONS.get(segments.size());
                segments.put(condition, Objects.requireNonNull(admin.post("/api/v1/segments", Map.of(
                        "object", "contacts", "name", "S", "kind", "live", "filter", condition)).expect(201).id()));
            }
            step(random);
        }
        assertThat(segments).hasSameSizeAs(CONDITIONS);

        segments.forEach((condition, segment) -> await().atMost(PATIENCE).untilAsserted(() ->
                assertThat(found("inSegment('" + segment + "')")).as(condition).isEqualTo(found(condition))));
        assertThat(CONDITIONS).filteredOn(condition -> !found(condition).isEmpty()).hasSizeGreaterThan(CONDITIONS.size() / 2);
    }

    private void step(Random random) {
        switch (random.nextInt(11)) {
            case 0, 1, 2 -> customers.add(create(CUSTOMERS, customer(random)));
            case 3, 4, 5 -> contacts.add(create(CONTACTS, contact(random)));
            case 6, 7 -> change(CUSTOMERS, some(customers, random), customer(random));
            case 8 -> change(CONTACTS, some(contacts, random), contact(random));
            case 9 -> toAndFro(CUSTOMERS, some(customers, random));
            default -> toAndFro(CONTACTS, some(contacts, random));
        }
    }

    private static @Nullable String some(List<String> ids, Random random) {
        return ids.isEmpty() ? null : ids.get(random.nextInt(ids.size()));
    }

    private Map<String, @Nullable Object> customer(Random random) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", "C" + customers.size());
        values.put("grade", random.nextInt(4) == 0 ? null : List.of("a", "b", "c").get(random.nextInt(3)));
        values.put("parentCompany", reference(random));
        values.put("owner", Map.of("id", random.nextBoolean() ? admin.person() : mei.person()));
        return values;
    }

    private Map<String, @Nullable Object> contact(Random random) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", "P" + contacts.size());
        values.put("position", random.nextBoolean() ? "Buyer" : null);
        values.put("customer", reference(random));
        return values;
    }

    private @Nullable Object reference(Random random) {
        List<String> there = customers.stream().filter(id -> !gone.contains(id)).toList();
        String id = random.nextInt(5) == 0 ? null : some(there, random);
        return id == null ? null : Map.of("id", id);
    }

    private String create(String path, Map<String, @Nullable Object> values) {
        return Objects.requireNonNull(admin.post(path, values).expect(201).id());
    }

    /** A circle of parents is refused: then nothing changes. */
    private void change(String path, @Nullable String id, Map<String, @Nullable Object> values) {
        if (id != null && !gone.contains(id)) {
            long version = admin.get(path + "/" + id).expect(200).version();
            assertThat(admin.patch(path + "/" + id, version, values).status()).isIn(200, 422);
        }
    }

    private void toAndFro(String path, @Nullable String id) {
        if (id == null) {
            return;
        }
        if (gone.remove(id)) {
            admin.post(path + "/" + id + "/restore", Map.of()).expect(200);
        } else if (admin.delete(path + "/" + id).status() == 204) {
            gone.add(id);
        }
    }

    private Set<String> found(String filter) {
        return admin.get(CONTACTS + "?limit=500&fields=id&filter=" + TestClient.encoded(filter)).expect(200).items().stream()
                .map(item -> item.get("id").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
