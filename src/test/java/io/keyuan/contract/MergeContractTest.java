package io.keyuan.contract;

import static io.keyuan.contract.SampleRecords.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.TestClient;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.MultiChoiceType;
import io.keyuan.engine.ObjectType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two records of any object that says so become one with what the other has and it has not, and are two again when that is taken back. */
@EveryDefinition
class MergeContractTest {

    private static final TestClient ADMIN = AddedToCompany.freshTenant().administrator();
    private static final SampleRecords RECORDS = new SampleRecords(ADMIN);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Set<String> ENDED = Set.of("done", "failed");

    private final ObjectType type;

    MergeContractTest(ObjectType type) {
        this.type = type;
    }

    @Test
    void oneTakesWhatItHasNotAndGivesItBack() {
        if (!type.can(Capability.MERGEABLE)) {
            ADMIN.post(path(type) + "/merge", Map.of()).expectOneOf(404);
            return;
        }
        Map<String, @Nullable Object> full = RECORDS.full(type);
        String from = ADMIN.post(path(type) + "?duplicates=allow", full).expect(201).id();
        String into = ADMIN.post(path(type) + "?duplicates=allow", RECORDS.minimal(type)).expect(201).id();
        JsonNode little = read(into);
        JsonNode much = read(from);
        Map<String, Object> order = Map.of("into", into, "from", List.of(from), "versions", Map.of(into, 1, from, 1));

        JsonNode shown = ADMIN.post(path(type) + "/merge/preview", order).expect(200).body();
        JsonNode job = ADMIN.post(path(type) + "/merge", order).expect(200).body();

        JsonNode one = read(into);
        for (Attribute<?> attribute : merged()) {
            JsonNode expected = little.has(attribute.name()) && !(attribute.type() instanceof MultiChoiceType) ? little.get(attribute.name()) : much.get(attribute.name());
            assertThat(one.get(attribute.name())).as(attribute.name()).isEqualTo(expected);
            if (expected == null) {
                continue;
            }
            JsonNode told = shown.get("attributes").valueStream().filter(each -> each.get("attribute").asString().equals(attribute.name())).findFirst().orElseThrow();
            assertThat(told.get("result")).as("shown " + attribute.name()).isEqualTo(expected);
        }
        lines().forEach(lines -> assertThat(one.path(lines.name())).hasSize(little.path(lines.name()).size() + much.path(lines.name()).size()));
        assertThat(ADMIN.get(path(type, from)).expect(308).text("/mergedInto")).isEqualTo(into);

        JsonNode undone = ended(ADMIN.post("/api/v1/jobs/" + job.get("id").asString() + "/undo", Map.of()).expect(202).id());
        assertThat(undone.get("state").asString()).as(undone.toString()).isEqualTo("done");
        for (Attribute<?> attribute : compared()) {
            assertThat(read(into).get(attribute.name())).as(attribute.name()).isEqualTo(little.get(attribute.name()));
            assertThat(read(from).get(attribute.name())).as(attribute.name()).isEqualTo(much.get(attribute.name()));
        }
        lines().forEach(lines -> assertThat(read(from).path(lines.name())).hasSameSizeAs(much.path(lines.name())));
    }

    /** Of what a sample record has. */
    private List<Attribute<?>> merged() {
        return SampleRecords.writable(type).stream().filter(attribute -> !(attribute.type() instanceof LinesType)).toList();
    }

    private List<Attribute<?>> compared() {
        List<Attribute<?>> compared = new ArrayList<>(type.attributes());
        compared.removeAll(List.of(type.version, type.updatedAt, type.updatedBy));
        compared.removeIf(attribute -> attribute.type() instanceof LinesType);
        return compared;
    }

    private List<Attribute<?>> lines() {
        List<Attribute<?>> lines = new ArrayList<>(type.attributes());
        lines.removeIf(attribute -> !(attribute.type() instanceof LinesType));
        return lines;
    }

    private JsonNode read(String id) {
        return ADMIN.get(path(type, id)).expect(200).body();
    }

    private static JsonNode ended(String job) {
        await().atMost(LONG).until(() -> ENDED.contains(ADMIN.get("/api/v1/jobs/" + job).expect(200).text("/state")));
        return ADMIN.get("/api/v1/jobs/" + job).expect(200).body();
    }
}
