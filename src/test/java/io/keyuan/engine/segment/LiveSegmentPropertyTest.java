package io.keyuan.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of records, by whomever and while segments are still computed: in the end those are members of whom the condition is true. */
class LiveSegmentPropertyTest {

    private static final String CUSTOMERS = "/api/v1/customers";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int STEPS = 60;

    /** What a record holds, as the test remembers it. */
    private static final class Known {
        @Nullable String grade;
        Set<String> tags = Set.of();
        @Nullable Integer employees;
        long version = 1;
        boolean deleted;
    }

    /** Each condition, and what it means said a second time. */
    private static final Map<String, Predicate<Known>> CONDITIONS = Map.of(
            "grade == 'a'", known -> "a".equals(known.grade),
            "grade != 'a'", known -> !"a".equals(known.grade),
            "'watch' in tags || employees > 50", known -> known.tags.contains("watch") || known.employees != null && known.employees > 50,
            "!tags.exists(t, t in ['important', 'watch'])", known -> !known.tags.contains("important") && !known.tags.contains("watch"),
            "has(employees) && tags.size() < 2", known -> known.employees != null && known.tags.size() < 2,
            "createdAt > daysAgo(1) && grade in ['b', 'c']", known -> "b".equals(known.grade) || "c".equals(known.grade));

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final Map<String, Known> records = new LinkedHashMap<>();
    private final Map<String, String> segments = new LinkedHashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void membersAreThoseOfWhomTheConditionIsTrue(long seed) {
        var random = new Random(seed);
        List<String> conditions = new ArrayList<>(new TreeSet<>(CONDITIONS.keySet()));
        for (int i = 0; i < STEPS; i++) {
            if (i % 9 == 4 && !conditions.isEmpty()) {
                keep(conditions.removeFirst());
            }
            step(random);
        }
        conditions.forEach(this::keep);

        segments.forEach((condition, segment) -> await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(members(segment)).as(condition).isEqualTo(expected(condition));
            assertThat(admin.get("/api/v1/segments/" + segment).at("/members").asInt()).as(condition).isEqualTo(expected(condition).size());
        }));
    }

    private void keep(String condition) {
        String id = admin.post("/api/v1/segments", Map.of("object", "customers", "name", condition, "kind", "live", "filter", condition))
                .expect(201).id();
        segments.put(condition, Objects.requireNonNull(id));
    }

    private void step(Random random) {
        switch (random.nextInt(6)) {
            case 0, 1 -> create(random);
            case 2, 3 -> some(random, false).ifPresent(id -> change(id, random));
            case 4 -> some(random, false).ifPresent(this::delete);
            default -> some(random, true).ifPresent(this::restore);
        }
    }

    private Optional<String> some(Random random, boolean deleted) {
        List<String> ids = records.entrySet().stream().filter(each -> each.getValue().deleted == deleted).map(Map.Entry::getKey).toList();
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
    }

    private static Map<String, @Nullable Object> values(Known known, Random random) {
        known.grade = random.nextInt(4) == 0 ? null : List.of("a", "b", "c").get(random.nextInt(3));
        known.tags = List.of("important", "watch", "followUp").stream().filter(tag -> random.nextBoolean()).collect(Collectors.toSet());
        known.employees = random.nextInt(3) == 0 ? null : random.nextInt(100);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("grade", known.grade);
        values.put("tags", List.copyOf(known.tags));
        values.put("employees", known.employees);
        return values;
    }

    /** Several at once are one transaction. */
    private void create(Random random) {
        List<Known> made = new ArrayList<>();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            var known = new Known();
            Map<String, @Nullable Object> row = values(known, random);
            row.put("name", "C" + records.size() + "-" + i);
            made.add(known);
            rows.add(row);
        }
        List<String> ids = admin.post(CUSTOMERS + "/batch", Map.of("create", rows)).expect(200).at("/results").valueStream()
                .map(result -> result.get("id").asString())
                .toList();
        for (int i = 0; i < made.size(); i++) {
            records.put(ids.get(i), made.get(i));
        }
    }

    private void change(String id, Random random) {
        Known known = Objects.requireNonNull(records.get(id));
        known.version = admin.patch(CUSTOMERS + "/" + id, known.version, values(known, random)).expect(200).version();
    }

    private void delete(String id) {
        Known known = Objects.requireNonNull(records.get(id));
        admin.delete(CUSTOMERS + "/" + id).expect(204);
        known.deleted = true;
    }

    private void restore(String id) {
        Known known = Objects.requireNonNull(records.get(id));
        known.version = admin.post(CUSTOMERS + "/" + id + "/restore", Map.of()).expect(200).version();
        known.deleted = false;
    }

    private Set<String> members(String segment) {
        return admin.get(CUSTOMERS + "?limit=500&fields=id&filter=" + TestClient.encoded("inSegment('" + segment + "')")).expect(200).items().stream()
                .map(item -> item.get("id").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> expected(String condition) {
        Predicate<Known> meaning = Objects.requireNonNull(CONDITIONS.get(condition));
        return records.entrySet().stream()
                .filter(each -> !each.getValue().deleted && meaning.test(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
