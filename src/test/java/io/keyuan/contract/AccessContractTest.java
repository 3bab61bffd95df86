package io.keyuan.contract;

import static io.keyuan.contract.SampleRecords.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who may see and change the records of any object. */
@EveryDefinition
class AccessContractTest {

    private static final TestTenant TENANT = AddedToCompany.freshTenant();
    private static final TestClient ADMIN = TENANT.administrator();
    private static final TestClient COLLEAGUE = TENANT.person("colleague");
    private static final SampleRecords RECORDS = new SampleRecords(ADMIN);

    private final ObjectType type;

    /** The administrator's. */
    private final TestAnswer record;

    AccessContractTest(ObjectType type) {
        this.type = type;
        this.record = RECORDS.create(type);
    }

    @Test
    void nobodyIsAnsweredNothing() {
        TestClient nobody = TENANT.nobody();
        String path = path(type, record.id());

        nobody.get(path(type)).expect(401);
        nobody.get(path).expect(401);
        nobody.get(path + "/history").expect(401);
        nobody.get(path + "/timeline").expect(401);
        nobody.post(path + "/comments", Map.of("body", "hello")).expect(401);
        nobody.post(path + "/follow", Map.of()).expect(401);
        nobody.get(path + "/followers").expect(401);
        nobody.get(path(type) + "/aggregate?measure=count").expect(401);
        nobody.post(path(type), RECORDS.minimal(type)).expect(401);
        nobody.patch(path, 1, Map.of("externalId", "x")).expect(401);
        nobody.delete(path).expect(401);
        nobody.post(path + "/restore", Map.of()).expect(401);
        nobody.post(path(type) + "/batch", Map.of("delete", List.of(Map.of("id", record.id())))).expect(401);
        TestClient guessing = nobody.with("Authorization", "Bearer ky_" + "0".repeat(40));
        guessing.get(path).expect(401);
    }

    @Test
    void whoOwnsNothingSeesNothingOfWhatIsOwned() {
        if (!isOwned(type)) {
            return;
        }
        String path = path(type, record.id());

        COLLEAGUE.get(path).expect(404);
        COLLEAGUE.get(path + "/history").expect(404);
        TestAnswer list = COLLEAGUE.get(path(type) + "?count=exact").expect(200);
        assertThat(list.items()).isEmpty();
        assertThat(list.at("/count/value").asInt()).isZero();
        assertThat(COLLEAGUE.get(path(type) + "?deleted=true").expect(200).items()).isEmpty();
        assertThat(COLLEAGUE.get(path(type) + "/aggregate?measure=count").expect(200).at("/groups").valueStream()
                        .mapToInt(group -> group.get("count").asInt()).sum())
                .isZero();
        String title = record.text("/" + type.title().name());
        assertThat(COLLEAGUE.get("/api/v1/search?q=" + TestClient.encoded(title)).expect(200).items())
                .noneMatch(item -> item.get("id").asString().equals(record.id()));
    }

    @Test
    void whoOwnsNothingChangesNothing() {
        if (!isOwned(type) && !isKept(type)) {
            return;
        }
        int refusal = isKept(type) ? 403 : 404;
        String path = path(type, record.id());

        COLLEAGUE.patch(path, 1, Map.of("externalId", "mine now")).expect(refusal);
        COLLEAGUE.patch(path, 9, Map.of("nonsense", "whatever")).expect(refusal);
        COLLEAGUE.delete(path).expect(refusal);
        COLLEAGUE.post(path + "/restore", Map.of()).expect(refusal);
        Map<String, Object> work = Map.of(
                "update", List.of(Map.of("id", record.id(), "externalId", "mine now")), "delete", List.of(Map.of("id", record.id())));
        COLLEAGUE.post(path(type) + "/batch", work).expect(200).at("/results")
                .forEach(result -> assertThat(result.get("status").asInt()).isEqualTo(refusal));
        assertThat(ADMIN.get(path).expect(200).body()).isEqualTo(record.body());
    }

    @Test
    void whatAdministratorsKeepEverybodyReadsAndNobodyElseMakes() {
        if (!isKept(type)) {
            return;
        }
        assertThat(COLLEAGUE.get(path(type, record.id())).expect(200).body()).isEqualTo(record.body());
        COLLEAGUE.post(path(type), RECORDS.minimal(type)).expect(403);
        COLLEAGUE.post(path(type) + "/batch", Map.of("create", List.of(RECORDS.minimal(type)))).expect(200).at("/results")
                .forEach(result -> assertThat(result.get("status").asInt()).isEqualTo(403));
    }

    @Test
    void aRecordGivenToSomebodyIsTheirs() {
        if (type.owner() == null) {
            return;
        }
        String path = path(type, record.id());
        ADMIN.patch(path, 1, Map.of("owner", Map.of("id", COLLEAGUE.person()))).expect(200);

        assertThat(COLLEAGUE.get(path).expect(200).text("/owner/id")).isEqualTo(COLLEAGUE.person());
        assertThat(COLLEAGUE.get(path(type)).expect(200).items()).extracting(item -> item.get("id").asString()).contains(record.id());
        COLLEAGUE.patch(path, 2, Map.of("externalId", "theirs " + record.id())).expect(200);
        COLLEAGUE.delete(path).expect(204);
        assertThat(COLLEAGUE.get(path(type) + "?deleted=true").expect(200).items())
                .extracting(item -> item.get("id").asString()).contains(record.id());
        COLLEAGUE.post(path + "/restore", Map.of()).expect(200);
        TestAnswer handed = COLLEAGUE.patch(path, 5, Map.of("owner", Map.of("id", ADMIN.person())));
        handed.expectOneOf(200, 404);
        COLLEAGUE.get(path).expect(404);
        ADMIN.delete(path).expect(204);
        COLLEAGUE.get(path + "?deleted=true").expect(404);
    }

    @Test
    void aReferenceToWhatOneMayNotSeeIsToNothing() {
        if (type.owner() == null) {
            return;
        }
        // To somebody who may not see it, a record that is there and one that is not are the same.
        for (ObjectType other : EveryDefinition.Source.all()) {
            other.attributes().stream()
                    .filter(attribute -> attribute.isWritable() && type.equals(EveryDefinition.Source.TYPES.target(attribute)) && other.owner() != null)
                    .filter(attribute -> attribute.type() instanceof io.keyuan.engine.ReferenceType)
                    .forEach(attribute -> {
                        Map<String, Object> body = new java.util.HashMap<>(Map.of(attribute.name(), Map.of("id", record.id())));
                        JsonNode hidden = COLLEAGUE.post(path(other), body).expect(422).error(attribute.name());
                        body.put(attribute.name(), Map.of("id", "01900000-0000-7000-8000-000000000000"));
                        JsonNode absent = COLLEAGUE.post(path(other), body).expect(422).error(attribute.name());
                        assertThat(Objects.requireNonNull(hidden)).isEqualTo(absent);
                    });
        }
    }

    private static boolean isKept(ObjectType type) {
        return judged(type).can(Capability.KEPT_BY_ADMINISTRATORS) || judged(type).can(Capability.KEPT_BY_LEADERS);
    }

    private static boolean isOwned(ObjectType type) {
        return judged(type).owner() != null;
    }

    private static ObjectType judged(ObjectType type) {
        return type.parent() == null ? type : judged(Objects.requireNonNull(EveryDefinition.Source.TYPES.target(type.parent())));
    }
}
