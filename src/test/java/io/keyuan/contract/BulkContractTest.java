package io.keyuan.contract;

import static io.keyuan.contract.SampleRecords.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.TestClient;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.TextType;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many records of any object get the same value, are deleted, and both is taken back. */
@EveryDefinition
class BulkContractTest {

    private static final TestClient ADMIN = AddedToCompany.freshTenant().administrator();
    private static final SampleRecords RECORDS = new SampleRecords(ADMIN);
    private static final Duration LONG = Duration.ofMinutes(1);
    /** No sample record has values of this number. */
    private static final int OTHER = 4_711;
    private static final Set<String> ENDED = Set.of("done", "failed");

    private final ObjectType type;
    private final List<String> ids;

    BulkContractTest(ObjectType type) {
        this.type = type;
        this.ids = List.of(RECORDS.create(type).id(), RECORDS.create(type).id());
    }

    @Test
    void valuesAreSetAndTakenBack() {
        if (type.parent() != null) {
            ADMIN.post(path(type) + "/bulk", Map.of("ids", ids, "delete", true)).expect(404);
            return;
        }
        Attribute<?> attribute = alike();
        Map<String, Object> order = Map.of("ids", ids, "update", Map.of(attribute.name(), Objects.requireNonNull(SampleValues.of(attribute, OTHER))));
        List<JsonNode> before = now();

        JsonNode done = ended(ADMIN.post(path(type) + "/bulk", order).expect(202).id());

        assertThat(done.at("/result/updated").asInt()).as(done.toString()).isEqualTo(2);
        assertThat(now().stream().map(record -> record.get(attribute.name())).distinct()).hasSize(1);
        assertThat(undone(done).at("/result/restored").asInt()).isEqualTo(2);
        for (int i = 0; i < ids.size(); i++) {
            assertThat(now().get(i).get(attribute.name())).isEqualTo(before.get(i).get(attribute.name()));
        }
    }

    @Test
    void recordsGoToTheRecycleBinAndComeBack() {
        if (type.parent() != null) {
            return;
        }
        JsonNode done = ended(ADMIN.post(path(type) + "/bulk", Map.of("ids", ids, "delete", true)).expect(202).id());

        assertThat(done.at("/result/removed").asInt()).as(done.toString()).isEqualTo(2);
        ids.forEach(id -> ADMIN.get(path(type, id)).expect(404));
        assertThat(undone(done).at("/result/restored").asInt()).isEqualTo(2);
        assertThat(now()).hasSize(2);
    }

    /** One that two records may have alike: text where there is any, on which rules seldom depend. */
    private Attribute<?> alike() {
        return SampleRecords.writable(type).stream()
                .filter(each -> !each.isUnique() && !(each.type() instanceof LinesType) && !(each.type() instanceof ReferenceType))
                .min(Comparator.comparing(each -> !(each.type() instanceof TextType)))
                .orElseThrow();
    }

    private List<JsonNode> now() {
        return ids.stream().map(id -> ADMIN.get(path(type, id)).expect(200).body()).toList();
    }

    private static JsonNode undone(JsonNode job) {
        return ended(ADMIN.post("/api/v1/jobs/" + job.path("id").asString() + "/undo", Map.of()).expect(202).id());
    }

    private static JsonNode ended(String job) {
        await().atMost(LONG).until(() -> ENDED.contains(ADMIN.get("/api/v1/jobs/" + job).expect(200).text("/state")));
        return ADMIN.get("/api/v1/jobs/" + job).expect(200).body();
    }
}
