package io.keyuan.contract;

import static io.keyuan.TestClient.encoded;
import static io.keyuan.contract.SampleRecords.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How complete records are is kept true whatever is written, and what is missing is counted as lists would find it. */
@EveryDefinition
class QualityContractTest {

    private static final TestTenant TENANT = AddedToCompany.freshTenant();
    private static final TestClient ADMIN = TENANT.administrator();
    private static final SampleRecords RECORDS = new SampleRecords(ADMIN);

    private final ObjectType type;

    QualityContractTest(ObjectType type) {
        this.type = type;
    }

    @BeforeEach
    void ofThoseThatSayHowCompleteTheyAre() {
        assumeThat(type.completeness()).isNotNull();
    }

    private String expected(JsonNode record) {
        long said = type.wanted().stream().filter(attribute -> record.hasNonNull(attribute.name())).count();
        return BigDecimal.valueOf(said * 100).divide(BigDecimal.valueOf(type.wanted().size()), 0, RoundingMode.HALF_UP).toPlainString();
    }

    private void isTrueOf(String address) {
        JsonNode record = ADMIN.get(address).expect(200).body();
        assertThat(record.get("completeness").asString()).as(record.toString()).isEqualTo(expected(record));
    }

    @Test
    void itIsKeptTrueThroughChanges() {
        String full = path(type, ADMIN.post(path(type), RECORDS.full(type)).expect(201).id());
        isTrueOf(full);
        String little = path(type, RECORDS.create(type).id());
        isTrueOf(little);

        for (Attribute<?> attribute : type.wanted()) {
            Map<String, @Nullable Object> nothing = new HashMap<>();
            nothing.put(attribute.name(), null);
            ADMIN.patch(full, ADMIN.get(full).version(), nothing).expect(200);
            isTrueOf(full);
        }
        TestAnswer history = ADMIN.get(full + "/history").expect(200);
        assertThat(history.items()).as("what follows from other changes is not told").allSatisfy(entry ->
                assertThat(entry.at("/changes").valueStream().map(change -> change.at("/attribute").asString())).doesNotContain("completeness"));
        ADMIN.patch(full, ADMIN.get(full).version(), Map.of("completeness", "100")).expect(422);
    }

    @Test
    void whatIsMissingIsWhatListsFind() {
        RECORDS.create(type);
        ADMIN.post(path(type), RECORDS.full(type)).expect(201);

        JsonNode quality = ADMIN.get(path(type) + "/quality").expect(200).body();

        assertThat(quality.get("count").asLong()).isEqualTo(count(""));
        assertThat(quality.get("good").asLong()).isEqualTo(count("completeness >= 80"));
        assertThat(quality.get("poor").asLong()).isEqualTo(count("completeness < 50"));
        assertThat(quality.get("stale").asLong()).isZero();
        assertThat(quality.get("missing").valueStream().map(missing -> missing.get("attribute").asString()))
                .containsExactlyInAnyOrderElementsOf(type.wanted().stream().map(Attribute::name).toList());
        List<Long> counts = quality.get("missing").valueStream().map(missing -> missing.get("count").asLong()).toList();
        assertThat(counts).isSortedAccordingTo((one, other) -> Long.compare(other, one));
        quality.get("missing").forEach(missing ->
                assertThat(missing.get("count").asLong()).as(missing.toString()).isEqualTo(count("!has(" + missing.get("attribute").asString() + ")")));
        assertThat(new BigDecimal(quality.get("completeness").asString())).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
        assertThat(quality.get("restricted").asBoolean()).isFalse();
    }

    private long count(String filter) {
        return ADMIN.get(path(type) + "?limit=1&count=exact&filter=" + encoded(filter)).expect(200).at("/count/value").asLong();
    }

    @Test
    void wrongQuestionsAreRefusedAndNobodyLearnsOfWhatTheyDoNotSee() {
        ADMIN.get(path(type) + "/quality?staleAfter=0").expect(400);
        ADMIN.get(path(type) + "/quality?staleAfter=x").expect(400);
        ADMIN.get(path(type) + "/quality?nonsense=1").expect(400);
        ADMIN.get(path(type) + "/quality?filter=" + encoded("nonsense == 1")).expect(400);
        RECORDS.create(type);
        if (type.owner() != null) {
            JsonNode seen = STRANGER.get(path(type) + "/quality").expect(200).body();
            assertThat(seen.get("count").asLong()).isEqualTo(STRANGER.get(path(type) + "?limit=1&count=exact").expect(200).at("/count/value").asLong());
            assertThat(seen.get("restricted").asBoolean()).isTrue();
        }
    }

    /** Somebody who sees what is their own. */
    private static final TestClient STRANGER = TENANT.person("stranger");
}
