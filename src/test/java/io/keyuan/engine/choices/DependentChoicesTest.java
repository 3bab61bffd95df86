package io.keyuan.engine.choices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Choices that go by another choice of the record: the program's and the company's own, in chains, whatever way they come. */
class DependentChoicesTest {

    private static final String LISTS = "/api/v1/choice-lists/";
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final Set<String> ENDED = Set.of("done", "failed", "cancelled");

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();

    @BeforeEach
    void brandsAndModels() {
        add("c_brand", "choice", "Red", "Blue", "Grey");
        add("c_model", "choice", "R one", "R two", "B one");
        add("c_parts", "choices", "Lid", "Seat");
        fit("customers.c_model", "c_brand", Map.of("red", List.of("r-one", "r-two"), "blue", List.of("b-one"))).expect(200);
    }

    private void add(String name, String type, String... choices) {
        admin.post(CUSTOMERS + "/attributes", Map.of("label", name.substring(2), "name", name, "type", type, "choices", List.of(choices))).expect(201);
    }

    private TestAnswer fit(String id, String attribute, Map<String, List<String>> fits) {
        long version = admin.get(LISTS + id).expect(200).at("/version").asLong();
        return admin.with("If-Match", "\"" + version + "\"").put(LISTS + id + "/dependency", Map.of("attribute", attribute, "fits", fits));
    }

    private TestAnswer create(Map<String, Object> values) {
        return admin.post(CUSTOMERS + "?duplicates=allow", values);
    }

    @Test
    void whatDoesNotFitIsRefusedWithWhatDoes() {
        TestAnswer refused = create(Map.of("name", "A", "c_brand", "blue", "c_model", "r-one")).expect(422);
        assertThat(refused.text("/errors/0/code")).isEqualTo("choice-misfit");
        assertThat(refused.text("/errors/0/path")).isEqualTo("c_model");
        assertThat(refused.text("/errors/0/message")).contains("B one").doesNotContain("R one");
        create(Map.of("name", "B", "c_model", "r-one")).expect(201);
        create(Map.of("name", "C", "c_brand", "grey", "c_model", "r-one")).expect(201);

        String id = create(Map.of("name", "D", "c_brand", "red", "c_model", "r-two")).expect(201).id();
        admin.patch(CUSTOMERS + "/" + id, 1, Map.of("c_brand", "blue")).expect(422);
        admin.patch(CUSTOMERS + "/" + id, 1, Map.of("c_brand", "blue", "c_model", "b-one")).expect(200);
    }

    @Test
    void whatWasThereBeforeStaysUntilOneOfTheTwoChanges() {
        String id = create(Map.of("name", "A", "source", "exhibition", "grade", "a")).expect(201).id();
        fit("customers.source", "grade", Map.of("a", List.of("referral"))).expect(200);

        admin.patch(CUSTOMERS + "/" + id, 1, Map.of("name", "B", "source", "exhibition")).expect(200);
        admin.patch(CUSTOMERS + "/" + id, 2, Map.of("source", "website")).expect(422);
        admin.patch(CUSTOMERS + "/" + id, 2, Map.of("grade", "b")).expect(200);
        admin.patch(CUSTOMERS + "/" + id, 3, Map.of("grade", "a")).expect(422);
        JsonNode attribute = attribute("source");
        assertThat(attribute.at("/dependsOn/attribute").asString()).isEqualTo("grade");
        assertThat(attribute.at("/dependsOn/fits/a/0").asString()).isEqualTo("referral");

        JsonNode bulk = ended(admin.post(CUSTOMERS + "/bulk", Map.of("filter", "", "update", Map.of("grade", "a"))).expect(202).id());
        assertThat(bulk.at("/result/failed").asInt()).isEqualTo(1);
        assertThat(bulk.at("/result/why/0/code").asString()).isEqualTo("choice-misfit");
    }

    @Test
    void theyGoInChainsButNotInCircles() {
        fit("customers.c_parts", "c_model", Map.of("r-one", List.of("lid"), "b-one", List.of("seat"))).expect(200);
        create(Map.of("name", "A", "c_brand", "blue", "c_model", "b-one", "c_parts", List.of("seat"))).expect(201);
        create(Map.of("name", "B", "c_brand", "blue", "c_model", "b-one", "c_parts", List.of("seat", "lid"))).expect(422);

        TestAnswer circle = fit("customers.c_brand", "c_parts", Map.of()).expect(422);
        assertThat(circle.text("/errors/0/code")).isEqualTo("choice-circle");
        assertThat(circle.text("/errors/0/message")).contains("brand → parts → model → brand");
        assertThat(fit("customers.c_brand", "c_brand", Map.of()).expect(422).text("/errors/0/code")).isEqualTo("choice-circle");
        assertThat(fit("customers.c_brand", "name", Map.of()).expect(422).text("/errors/0/code")).isEqualTo("unknown-attribute");
        assertThat(fit("customers.c_model", "c_brand", Map.of("green", List.of())).expect(422).text("/errors/0/code")).isEqualTo("not-choice");
        admin.with("If-Match", "\"1\"").put(LISTS + "customers.c_model/dependency", Map.of()).expect(412);
    }

    @Test
    void aRecordBeginsWithNothingThatDoesNotFit() {
        List<Map<String, Object>> models = List.of(Map.of("code", "r-one", "label", "R one", "initial", true), Map.of("code", "b-one", "label", "B one"));
        long version = admin.get(LISTS + "customers.c_model").at("/version").asLong();
        TestAnswer list = admin.with("If-Match", "\"" + version + "\"").put(LISTS + "customers.c_model", Map.of("choices", models)).expect(200);

        assertThat(list.at("/dependsOn/fits/red").size()).isEqualTo(1);
        assertThat(model(create(Map.of("name", "A", "c_brand", "red")).expect(201).id())).isEqualTo("r-one");
        assertThat(model(create(Map.of("name", "B", "c_brand", "blue")).expect(201).id())).isEmpty();
    }

    private String model(String id) {
        return admin.get(CUSTOMERS + "/" + id).expect(200).body().path("c_model").asString("");
    }

    private JsonNode attribute(String name) {
        return admin.get("/api/v1/metadata").expect(200).at("/objects").valueStream()
                .filter(type -> type.get("name").asString().equals("customers"))
                .flatMap(type -> type.get("attributes").valueStream())
                .filter(each -> each.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode ended(String job) {
        String address = "/api/v1/jobs/" + job;
        await().atMost(Duration.ofMinutes(2)).until(() -> ENDED.contains(admin.get(address).expect(200).text("/state")));
        return admin.get(address).body();
    }
}
