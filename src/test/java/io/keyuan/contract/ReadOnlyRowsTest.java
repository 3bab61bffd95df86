package io.keyuan.contract;

import static io.keyuan.TestClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A list tells, where it is asked, which of its records the reader may not change: just those that they are refused to change. */
class ReadOnlyRowsTest {

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final TestClient lin = company.person("lin");

    private static List<String> readOnly(TestClient reader, String list) {
        return reader.get("/api/v1/" + list).expect(200).at("/readOnly").valueStream().map(JsonNode::asString).toList();
    }

    private TestAnswer given(String name, boolean editing) {
        TestAnswer made = admin.post("/api/v1/customers", Map.of("name", name)).expect(201);
        admin.post("/api/v1/customers/" + made.id() + "/shares", Map.of("to", Map.of("kind", "user", "id", lin.person()), "editing", editing)).expect(204);
        return made;
    }

    @Test
    void whatWasOnlyShownIsReadOnlyAndNothingElse() {
        String own = lin.post("/api/v1/customers", Map.of("name", "自己的")).expect(201).id();
        TestAnswer shown = given("给看的", false);
        TestAnswer lent = given("给改的", true);

        assertThat(readOnly(lin, "customers?may=edit")).containsExactly(shown.id());
        assertThat(readOnly(lin, "customers?may=edit&fields=name&limit=1&filter=" + encoded("name == '给改的'"))).isEmpty();
        lin.patch("/api/v1/customers/" + shown.id(), shown.version(), Map.of("region", "华东")).expect(403);
        lin.patch("/api/v1/customers/" + lent.id(), lent.version(), Map.of("region", "华东")).expect(200);
        lin.patch("/api/v1/customers/" + own, 1, Map.of("region", "华东")).expect(200);
        assertThat(readOnly(admin, "customers?may=edit")).isEmpty();
    }

    @Test
    void whoMayChangeNothingOfAnObjectChangesNoneOfItsRecords() {
        admin.post("/api/v1/products", Map.of("name", "立体库")).expect(201);

        assertThat(readOnly(lin, "products?may=edit")).hasSize(1);
        assertThat(readOnly(admin, "products?may=edit")).isEmpty();
    }

    @Test
    void itIsToldOnlyWhereItIsAskedFor() {
        given("给看的", false);

        assertThat(lin.get("/api/v1/customers").expect(200).body().has("readOnly")).isFalse();
        assertThat(lin.get("/api/v1/customers?may=nonsense").expect(400).error("may")).isNotNull();
    }
}
