package io.keyuan.contract;

import static io.keyuan.TestClient.encoded;
import static io.keyuan.contract.SampleRecords.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ReferenceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two companies with the same data: whatever either asks for, nothing of the other's is answered. */
@EveryDefinition
class TwoTenantsTest {

    private static final Company OURS = new Company();
    private static final Company THEIRS = new Company();

    private final ObjectType type;
    private final TestAnswer ours;
    private final TestAnswer theirs;

    TwoTenantsTest(ObjectType type) {
        this.type = type;
        this.ours = OURS.record(type);
        this.theirs = THEIRS.record(type);
    }

    /** An administrator and one record of each object; both companies make theirs in the same way. */
    private static final class Company {
        private final TestClient admin = AddedToCompany.freshTenant().administrator();
        private final SampleRecords records = new SampleRecords(admin);
        private final Map<ObjectType, TestAnswer> made = new HashMap<>();

        private Company() {
            EveryDefinition.Source.all().forEach(type -> made.put(type, admin.post(path(type), records.full(type)).expect(201)));
        }

        private TestAnswer record(ObjectType type) {
            return Objects.requireNonNull(made.get(type));
        }
    }

    @Test
    void theSameDataMayBeInBoth() {
        String title = "/" + type.title().name();
        assertThat(ours.text(title)).isEqualTo(theirs.text(title));
        assertThat(ours.id()).isNotEqualTo(theirs.id());
    }

    @Test
    void everyAddressOfTheirRecordIsThatOfNothing() {
        String path = path(type, theirs.id());
        TestClient us = OURS.admin;

        us.get(path).expect(404);
        us.get(path + "/history").expect(404);
        us.get(path + "/timeline").expect(404);
        us.post(path + "/comments", Map.of("body", "ours now")).expect(404);
        us.post(path + "/follow", Map.of()).expect(404);
        us.get(path + "/followers").expect(404);
        us.post(path + "/seen", Map.of()).expect(404);
        us.patch(path, 1, Map.of("externalId", "ours now")).expect(404);
        us.patch(path, 7, Map.of("nonsense", "whatever")).expect(404);
        us.with("If-Match", "\"1\"").delete(path).expect(404);
        us.delete(path).expect(404);
        us.post(path + "/restore", Map.of()).expect(404);
        Map<String, Object> work = Map.of(
                "update", List.of(Map.of("id", theirs.id(), "externalId", "ours now")), "delete", List.of(Map.of("id", theirs.id())));
        us.post(path(type) + "/batch", work).expect(200).at("/results")
                .forEach(result -> assertThat(result.get("status").asInt()).isEqualTo(404));
        assertThat(THEIRS.admin.get(path).expect(200).body()).isEqualTo(theirs.body());
    }

    @Test
    void whatTheyDeletedIsInTheirBinAlone() {
        String gone = THEIRS.records.create(type).id();
        THEIRS.admin.delete(path(type, gone)).expect(204);

        OURS.admin.post(path(type, gone) + "/restore", Map.of()).expect(404);
        OURS.admin.get(path(type, gone) + "/history").expect(404);
        assertThat(OURS.admin.get(path(type) + "?deleted=true&limit=500").expect(200).content()).doesNotContain(gone);
    }

    @Test
    void listsAndCountsKnowOnlyOurs() {
        TestAnswer list = OURS.admin.get(path(type) + "?limit=500&count=exact").expect(200);

        assertThat(list.content()).contains(ours.id()).doesNotContain(theirs.id());
        assertThat(list.at("/count/value").asInt()).isEqualTo(list.items().size());
        String theirOwn = "?filter=" + encoded("id == '" + theirs.id() + "'");
        assertThat(OURS.admin.get(path(type) + theirOwn + "&count=exact").expect(200).at("/count/value").asInt()).isZero();
        int counted = OURS.admin.get(path(type) + "/aggregate?measure=count").expect(200).at("/groups/0/count").asInt();
        assertThat(counted).isEqualTo(list.items().size());
    }

    @Test
    void searchAndTheFeedKnowOnlyOurs() {
        String title = ours.text("/" + type.title().name());

        List<JsonNode> found = OURS.admin.get("/api/v1/search?limit=100&q=" + encoded(title)).expect(200).items();
        assertThat(found).noneMatch(item -> item.get("id").asString().equals(theirs.id()));
        String since = "";
        TestAnswer page = OURS.admin.get("/api/v1/changes").expect(200);
        while (!page.items().isEmpty()) {
            assertThat(page.content()).doesNotContain(theirs.id());
            since = page.text("/next");
            page = OURS.admin.get("/api/v1/changes?since=" + since).expect(200);
        }
        assertThat(since).isNotEmpty();
    }

    @Test
    void aReferenceToTheirsIsToNothing() {
        references().forEach(attribute -> {
            ObjectType target = Objects.requireNonNull(EveryDefinition.Source.TYPES.target(attribute));
            Map<String, @Nullable Object> body = OURS.records.minimal(type);
            body.put(attribute.name(), Map.of("id", THEIRS.record(target).id()));
            JsonNode error = Objects.requireNonNull(OURS.admin.post(path(type), body).expect(422).error(attribute.name()));
            assertThat(error.get("code").asString()).isEqualTo("unknown-reference");

            body.put(attribute.name(), Map.of("externalId", THEIRS.records.target(target)));
            OURS.admin.post(path(type), body).expect(422);
            String filter = attribute.name() + " == '" + THEIRS.record(target).id() + "'";
            assertThat(OURS.admin.get(path(type) + "?filter=" + encoded(filter)).expect(200).items()).isEmpty();
        });
    }

    private Stream<Attribute<?>> references() {
        return SampleRecords.writable(type).stream().filter(attribute -> attribute.type() instanceof ReferenceType);
    }

    @Test
    void aKeyOfTheirsForARequestIsNoneOfOurs() {
        String key = "shared key " + type.name();
        Map<String, @Nullable Object> body = OURS.records.minimal(type);
        Map<String, @Nullable Object> their = THEIRS.records.minimal(type);

        String one = OURS.admin.with("Idempotency-Key", key).post(path(type), body).expect(201).id();
        String other = THEIRS.admin.with("Idempotency-Key", key).post(path(type), their).expect(201).id();

        assertThat(one).isNotEqualTo(other);
    }
}
