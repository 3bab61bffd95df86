package io.keyuan.contract;

import static io.keyuan.contract.SampleRecords.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.engine.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many records of any object in one request, and one request sent twice. */
@EveryDefinition
class BatchContractTest {

    private static final TestClient ADMIN = AddedToCompany.freshTenant().administrator();
    private static final SampleRecords RECORDS = new SampleRecords(ADMIN);

    private final ObjectType type;

    BatchContractTest(ObjectType type) {
        this.type = type;
    }

    @Test
    void goodRowsAreWrittenAndBadOnesSayWhy() {
        String changed = RECORDS.create(type).id();
        String deleted = RECORDS.create(type).id();
        Map<String, @Nullable Object> bad = RECORDS.minimal(type);
        bad.put("nonsense", 1);

        TestAnswer done = batch(Map.of(
                "create", List.of(RECORDS.minimal(type), bad),
                "update", List.of(
                        Map.of("id", changed, "version", 1, "externalId", "batch " + changed),
                        Map.of("id", UUID.randomUUID(), "externalId", "nobody's"),
                        Map.of("id", deleted, "version", 7, "externalId", "stale")),
                "delete", List.of(Map.of("id", deleted, "version", 1))));

        assertThat(statuses(done)).containsExactly(201, 422, 200, 404, 412, 200);
        assertThat(done.at("/results/1/errors/0/path").asString()).isEqualTo("nonsense");
        ADMIN.get(path(type, done.text("/results/0/id"))).expect(200);
        assertThat(ADMIN.get(path(type, changed)).expect(200).text("/externalId")).isEqualTo("batch " + changed);
        assertThat(ADMIN.get(path(type, changed)).version()).isEqualTo(2);
        ADMIN.get(path(type, deleted)).expect(404);
    }

    @Test
    void anAtomicBatchIsWrittenWhollyOrNotAtAll() {
        int before = count();
        Map<String, @Nullable Object> bad = RECORDS.minimal(type);
        bad.put("nonsense", 1);
        List<Map<String, @Nullable Object>> good = List.of(RECORDS.minimal(type), RECORDS.minimal(type));
        int targets = count() - before;

        ADMIN.post(path(type) + "/batch", Map.of("create", List.of(good.getFirst(), bad), "atomic", true)).expect(422);
        assertThat(count()).isEqualTo(before + targets);

        TestAnswer done = batch(Map.of("create", good, "atomic", true));
        assertThat(statuses(done)).containsExactly(201, 201);
        assertThat(count()).isEqualTo(before + targets + 2);
    }

    @Test
    void twoRowsOfOneBatchDoNotShareAUniqueValue() {
        Map<String, @Nullable Object> one = RECORDS.minimal(type);
        one.put("externalId", "the only one");
        Map<String, @Nullable Object> other = RECORDS.minimal(type);
        other.put("externalId", "the only one");

        assertThat(statuses(batch(Map.of("create", List.of(one, other))))).containsExactly(201, 409);
    }

    @Test
    void theSameRecordTwiceInOneBatchIsNeverChangedHalf() {
        TestAnswer record = RECORDS.create(type);
        Map<String, Object> first = Map.of("id", record.id(), "externalId", "one " + record.id());
        Map<String, Object> second = Map.of("id", record.id(), "externalId", "two " + record.id());

        TestAnswer answer = ADMIN.post(path(type) + "/batch", Map.of("update", List.of(first, second))).expectOneOf(200, 400, 409, 422);

        TestAnswer now = ADMIN.get(path(type, record.id())).expect(200);
        if (answer.status() == 200) {
            long written = statuses(answer).stream().filter(status -> status == 200).count();
            assertThat(now.version()).isEqualTo(1 + written);
        } else {
            assertThat(now.body()).isEqualTo(record.body());
        }
    }

    @Test
    void aRowThatIsNoneIsRefused() {
        for (String work : List.of("create", "update", "delete")) {
            for (Object none : List.of("[null]", "[[]]", "[7]", "{}")) {
                TestAnswer refused = ADMIN.send("POST", path(type) + "/batch", "{\"" + work + "\":" + none + "}").expect(400);
                assertThat(refused.at("/errors/0/code").asString()).isEqualTo("bad-body");
            }
        }
    }

    @Test
    void aRequestSentTwiceWithItsKeyMakesOneRecord() {
        Map<String, @Nullable Object> body = RECORDS.minimal(type);
        TestClient once = ADMIN.with("Idempotency-Key", "key " + UUID.randomUUID());

        TestAnswer first = once.post(path(type), body).expect(201);
        TestAnswer second = once.post(path(type), body).expect(201);

        assertThat(second.body()).isEqualTo(first.body());
        Map<String, @Nullable Object> other = RECORDS.minimal(type);
        other.put("externalId", "not what was sent before");
        once.post(path(type), other).expect(409);
        ADMIN.with("Idempotency-Key", "k".repeat(201)).post(path(type), body).expect(400);
    }

    private TestAnswer batch(Map<String, Object> work) {
        return ADMIN.post(path(type) + "/batch", work).expect(200);
    }

    private static List<Integer> statuses(TestAnswer answer) {
        return answer.at("/results").valueStream().map(result -> result.get("status")).map(JsonNode::asInt).toList();
    }

    private int count() {
        return ADMIN.get(path(type) + "?limit=1&count=exact").expect(200).at("/count/value").asInt();
    }
}
