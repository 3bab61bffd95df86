package io.keyuan.contract;

import static io.keyuan.contract.SampleRecords.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** What may be done with one record of any object, and what is remembered of it. */
@EveryDefinition
class RecordContractTest {

    private static final TestTenant TENANT = AddedToCompany.freshTenant();
    private static final TestClient ADMIN = TENANT.administrator();
    private static final SampleRecords RECORDS = new SampleRecords(ADMIN);

    private final ObjectType type;

    RecordContractTest(ObjectType type) {
        this.type = type;
    }

    @Test
    void whatIsCreatedIsReadBack() {
        Map<String, @Nullable Object> body = RECORDS.full(type);

        TestAnswer created = ADMIN.post(path(type), body).expect(201);

        String id = created.id();
        assertThat(created.header("Location")).isEqualTo(path(type, id));
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        TestAnswer read = ADMIN.get(path(type, id)).expect(200);
        assertThat(read.body()).isEqualTo(created.body());
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        body.forEach((name, value) -> assertThat(Same.value(read.body().get(name), value))
                .as("%s was sent as %s and read as %s", name, value, read.body().get(name))
                .isTrue());
        assertThat(read.text("/createdBy/id")).isEqualTo(ADMIN.person());
        assertThat(read.text("/updatedBy/id")).isEqualTo(ADMIN.person());
        assertThat(read.text("/createdAt")).isEqualTo(read.text("/updatedAt"));
    }

    @Test
    void aRecordHasWhatItsDefinitionBeginsWith() {
        TestAnswer created = RECORDS.create(type);

        for (Attribute<?> attribute : type.attributes()) {
            Object initial = attribute.initial() == null ? null : json(attribute, attribute.initial());
            if (initial != null) {
                assertThat(Same.value(created.body().get(attribute.name()), initial)).as(attribute.name()).isTrue();
            }
        }
        if (type.owner() != null) {
            assertThat(created.text("/owner/id")).isEqualTo(ADMIN.person());
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> Object json(Attribute<T> attribute, Object value) {
        return attribute.type().json((T) value);
    }

    @TestFactory
    List<DynamicTest> everyWritableAttributeIsChangedByItselfAndEmptiedAgain() {
        return SampleRecords.writable(type).stream()
                .map(attribute -> DynamicTest.dynamicTest(attribute.name(), () -> changeAndEmpty(attribute)))
                .toList();
    }

    private void changeAndEmpty(Attribute<?> attribute) {
        TestAnswer created = RECORDS.create(type);
        Object value = RECORDS.value(attribute, 1);
        if (value == null) {
            return;
        }
        String path = path(type, created.id());

        TestAnswer changed = ADMIN.patch(path, 1, Map.of(attribute.name(), value)).expect(200);

        assertThat(Same.value(changed.body().get(attribute.name()), value)).as("%s", changed).isTrue();
        assertThat(ADMIN.get(path).expect(200).body()).isEqualTo(changed.body());
        TestAnswer emptied = ADMIN.patch(path, changed.version(), java.util.Collections.singletonMap(attribute.name(), null));
        if (attribute.isRequired()) {
            emptied.expect(422);
            assertThat(Objects.requireNonNull(emptied.error(attribute.name())).get("code").asString()).isEqualTo("required");
        } else {
            JsonNode left = emptied.expect(200).body().path(attribute.name());
            assertThat(left.isMissingNode() || left.isEmpty()).as("%s", emptied).isTrue();
        }
    }

    @Test
    void aChangeNamesTheVersionItWasMadeFrom() {
        TestAnswer created = RECORDS.create(type);
        String path = path(type, created.id());
        Map<String, Object> change = Map.of("externalId", "first " + created.id());
        ADMIN.patch(path, change).expect(428);
        ADMIN.with("If-Match", "nonsense").patch(path, change).expect(400);

        TestAnswer changed = ADMIN.patch(path, 1, change).expect(200);

        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        TestAnswer stale = ADMIN.patch(path, 1, Map.of("externalId", "second " + created.id())).expect(412);
        assertThat(stale.at("/current")).isEqualTo(changed.body());
        assertThat(ADMIN.get(path).expect(200).body()).isEqualTo(changed.body());
        ADMIN.with("If-Match", "\"1\"").delete(path).expect(412);
    }

    @Test
    void aChangeToTheSameValuesIsNone() {
        TestAnswer created = ADMIN.post(path(type), RECORDS.full(type)).expect(201);
        String title = type.title().isWritable() ? type.title().name() : "externalId";

        TestAnswer again = ADMIN.patch(path(type, created.id()), 1, Map.of(title, created.text("/" + title))).expect(200);

        assertThat(again.body()).isEqualTo(created.body());
    }

    @Test
    void whatIsDeletedGoesToTheBinAndComesBack() {
        TestAnswer created = RECORDS.create(type);
        String path = path(type, created.id());

        ADMIN.delete(path).expect(204);

        ADMIN.get(path).expect(404);
        ADMIN.patch(path, 1, Map.of("externalId", "gone")).expect(404);
        ADMIN.delete(path).expect(404);
        assertThat(ids(ADMIN.get(path(type) + "?limit=500&fields=id"))).doesNotContain(created.id());
        JsonNode binned = ADMIN.get(path(type) + "?limit=500&deleted=true").expect(200).items().stream()
                .filter(item -> item.get("id").asString().equals(created.id()))
                .findFirst()
                .orElseThrow();
        assertThat(binned.get("deletedAt").isString()).isTrue();
        assertThat(binned.at("/deletedBy/id").asString()).isEqualTo(ADMIN.person());
        assertThat(ADMIN.get(path + "?deleted=true").expect(200).body().get("deletedAt")).isEqualTo(binned.get("deletedAt"));

        TestAnswer restored = ADMIN.post(path + "/restore", Map.of()).expect(200);

        assertThat(restored.version()).isEqualTo(3);
        assertThat(restored.body().has("deletedAt")).isFalse();
        assertThat(ADMIN.get(path).expect(200).body()).isEqualTo(restored.body());
        ADMIN.get(path + "?deleted=true").expect(404);
        assertThat(ids(ADMIN.get(path(type) + "?limit=500&deleted=true"))).doesNotContain(created.id());
        ADMIN.post(path + "/restore", Map.of()).expect(404);
    }

    private static List<String> ids(TestAnswer list) {
        return list.expect(200).items().stream().map(item -> item.get("id").asString()).toList();
    }

    @Test
    void historyTellsEachStepWithOldAndNewValues() {
        TestAnswer created = RECORDS.create(type);
        String path = path(type, created.id());
        ADMIN.patch(path, 1, Map.of("externalId", "old " + created.id())).expect(200);
        ADMIN.patch(path, 2, Map.of("externalId", "new " + created.id())).expect(200);
        ADMIN.delete(path).expect(204);
        ADMIN.post(path + "/restore", Map.of()).expect(200);

        TestAnswer history = ADMIN.get(path + "/history").expect(200);

        assertThat(history.items()).extracting(item -> item.get("action").asString())
                .containsExactly("restored", "deleted", "updated", "updated", "created");
        assertThat(history.items()).allSatisfy(item -> assertThat(item.at("/by/id").asString()).isEqualTo(ADMIN.person()));
        JsonNode change = history.items().get(2).at("/changes/0");
        assertThat(change.get("attribute").asString()).isEqualTo("externalId");
        assertThat(change.get("old").asString()).isEqualTo("old " + created.id());
        assertThat(change.get("new").asString()).isEqualTo("new " + created.id());
        assertThat(history.items().get(4).at("/changes").valueStream().map(each -> each.get("attribute").asString()))
                .contains(type.title().name());
    }

    @Test
    void everyChangeIsToldByTheFeedInItsOrder() {
        String since = ADMIN.get("/api/v1/changes").expect(200).text("/next");
        String start = drained(since);
        TestAnswer created = RECORDS.create(type);
        String path = path(type, created.id());
        ADMIN.patch(path, 1, Map.of("externalId", "fed " + created.id())).expect(200);
        ADMIN.delete(path).expect(204);

        // The feed tells nothing before what began earlier has ended, be it a test beside this one.
        await().untilAsserted(() -> assertThat(told(start, created.id())).containsExactly("create", "update", "delete"));
    }

    private List<String> told(String start, String id) {
        List<String> told = new ArrayList<>();
        for (JsonNode item : ADMIN.get("/api/v1/changes?since=" + start).expect(200).items()) {
            boolean mine = item.get("object").asString().equals(type.path())
                    && item.get("ids").valueStream().anyMatch(each -> each.asString().equals(id));
            if (mine) {
                told.add(item.get("action").asString());
            }
        }
        return told;
    }

    private static String drained(String since) {
        TestAnswer page = ADMIN.get("/api/v1/changes?since=" + since).expect(200);
        return page.items().isEmpty() ? since : drained(page.text("/next"));
    }
}
