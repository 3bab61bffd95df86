package io.keyuan.engine.automation;

import static io.keyuan.engine.automation.RulesAtWork.CUSTOMERS;
import static io.keyuan.engine.automation.RulesAtWork.PATIENCE;
import static io.keyuan.engine.automation.RulesAtWork.task;
import static io.keyuan.engine.automation.RulesAtWork.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to records, by whomever and in whatever portions: each rule runs as often as it happened. */
class AutomationPropertyTest {

    private static final int STEPS = 60;

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final RulesAtWork rules = new RulesAtWork(admin);

    /** What was made for a record, by title: as it should be. */
    private final Map<String, Map<String, Integer>> expected = new LinkedHashMap<>();
    private final Map<String, @Nullable String> grades = new LinkedHashMap<>();
    private final Map<String, Long> versions = new LinkedHashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachRuleRunsAsOftenAsItHappened(long seed) {
        var random = new Random(seed);
        rules.rule("customers", when("created"), null, List.of(task("created")));
        rules.rule("customers", Map.of("kind", "changed", "attributes", List.of("grade")), null, List.of(task("changed")));
        rules.rule("customers", Map.of("kind", "entered", "attribute", "grade", "option", "a"), null, List.of(task("entered")));
        for (int i = 0; i < STEPS; i++) {
            if (random.nextInt(3) == 0 || grades.isEmpty()) {
                create(random);
            } else {
                change(random);
            }
        }

        await().atMost(PATIENCE).untilAsserted(() -> expected.forEach((customer, made) -> assertThat(made(customer)).isEqualTo(made)));
        rules.settle();
        expected.forEach((customer, made) -> assertThat(made(customer)).isEqualTo(made));
    }

    private Map<String, Integer> made(String customer) {
        Map<String, Integer> made = new TreeMap<>();
        rules.tasks(customer).forEach(task -> made.merge(task.get("title").asString(), 1, Integer::sum));
        return made;
    }

    private static @Nullable String grade(Random random) {
        return random.nextInt(4) == 0 ? null : List.of("a", "b", "c").get(random.nextInt(3));
    }

    private void happened(String customer, String what) {
        expected.computeIfAbsent(customer, any -> new TreeMap<>()).merge(what, 1, Integer::sum);
    }

    /** Several at once are one transaction. */
    private void create(Random random) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        List<@Nullable String> given = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            String grade = grade(random);
            row.put("name", "C" + grades.size() + "-" + i);
            row.put("grade", grade);
            rows.add(row);
            given.add(grade);
        }
        List<String> ids = admin.post(CUSTOMERS + "/batch", Map.of("create", rows)).expect(200).at("/results").valueStream()
                .map(result -> result.get("id").asString())
                .toList();
        for (int i = 0; i < ids.size(); i++) {
            grades.put(ids.get(i), given.get(i));
            versions.put(ids.get(i), 1L);
            happened(ids.get(i), "created");
            if ("a".equals(given.get(i))) {
                happened(ids.get(i), "entered");
            }
        }
    }

    private void change(Random random) {
        List<String> ids = List.copyOf(grades.keySet());
        String id = ids.get(random.nextInt(ids.size()));
        String grade = grade(random);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("grade", grade);
        values.put("city", "City " + random.nextInt(3));
        versions.put(id, admin.patch(CUSTOMERS + "/" + id, Objects.requireNonNull(versions.get(id)), values).expect(200).version());
        if (!Objects.equals(grade, grades.put(id, grade))) {
            happened(id, "changed");
            if ("a".equals(grade)) {
                happened(id, "entered");
            }
        }
    }
}
