package io.keyuan.contract;

import static io.keyuan.TestClient.encoded;
import static io.keyuan.contract.SampleRecords.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What stands beside a record of any object is told in one answer, and is what its own addresses tell. */
@EveryDefinition
class OverviewContractTest {

    private static final TestTenant TENANT = AddedToCompany.freshTenant();
    private static final TestClient ADMIN = TENANT.administrator();
    private static final TestClient COLLEAGUE = TENANT.person("colleague");
    private static final SampleRecords RECORDS = new SampleRecords(ADMIN);

    /** Reads everything, and changes what is their own. */
    private static final TestClient EDITOR_OF_OWN = TENANT.person("editor");

    static {
        List<Map<String, Object>> grants = EveryDefinition.Source.all().stream()
                .filter(type -> type.parent() == null)
                .map(type -> Map.<String, Object>of(
                        "object", type.path(), "rights", List.of("read", "edit"),
                        "read", Map.of("scopes", List.of("all")), "write", Map.of("scopes", List.of("own"))))
                .toList();
        String role = ADMIN.post("/api/v1/roles", Map.of("name", "editor of own", "grants", grants)).expect(201).id();
        ADMIN.put("/api/v1/users/" + EDITOR_OF_OWN.person() + "/roles", Map.of("roles", List.of(role))).expect(200);
    }

    /** Parts that have no address of their own. */
    private static final Set<String> OF_THE_OVERVIEW = Set.of("record", "related", "open", "rights", "advice");

    private final ObjectType type;
    private final String path;

    OverviewContractTest(ObjectType type) {
        this.type = type;
        this.path = path(type, RECORDS.create(type).id());
    }

    @Test
    void eachPartIsWhatItsOwnAddressTells() {
        TestAnswer overview = ADMIN.get(path + "/overview").expect(200);

        assertThat(overview.body().propertyNames()).containsExactlyInAnyOrderElementsOf(parts());
        parts().stream().filter(part -> !OF_THE_OVERVIEW.contains(part)).forEach(part ->
                assertThat(overview.body().get(part)).as(part).isEqualTo(ADMIN.get(path + "/" + part).expect(200).body()));
        assertThat(overview.body().get("record")).isEqualTo(ADMIN.get(path).expect(200).body());
    }

    private List<String> parts() {
        return Stream.of(
                        "record", "related", "open", "rights", "advice", type.can(Capability.TIMELINE) ? "timeline" : "", type.can(Capability.TIMELINE) ? "followers" : "", type.can(Capability.OWNED) ? "shares" : "",
                        type.owner() == null ? "" : "owners", type.parent() == null ? "files" : "")
                .filter(part -> !part.isEmpty())
                .toList();
    }

    @Test
    void onlyThePartsAskedForAreTold() {
        assertThat(ADMIN.get(path + "/overview?parts=related").expect(200).body().propertyNames()).containsExactly("related");
        assertThat(ADMIN.get(path + "/overview?parts=followers,owners").expect(200).body().propertyNames()).isSubsetOf("followers", "owners");
        ADMIN.get(path + "/overview?parts=related,nonsense").expect(400);
    }

    @Test
    void relatedRecordsAreTheFirstOfTheirLists() {
        for (TestClient reader : List.of(ADMIN, COLLEAGUE)) {
            TestAnswer overview = reader.get(path + "/overview?parts=related");
            if (overview.status() == 404) {
                reader.get(path).expect(404);
                continue;
            }
            List<JsonNode> cards = overview.expect(200).at("/related").valueStream().toList();
            assertThat(cards).extracting(OverviewContractTest::name).containsExactlyElementsOf(described(reader));
            cards.forEach(card -> isFirstOfItsList(reader, card));
        }
    }

    private void isFirstOfItsList(TestClient reader, JsonNode card) {
        String filter = encoded(card.get("attribute").asString() + " == '" + path.substring(path.lastIndexOf('/') + 1) + "'");
        TestAnswer list = reader.get("/api/v1/" + card.get("object").asString() + "?limit=5&filter=" + filter).expect(200);

        assertThat(card.get("items").valueStream().map(item -> item.get("id"))).as(name(card)).containsExactlyElementsOf(
                list.items().stream().map(item -> item.get("id")).toList());
        assertThat(card.get("count")).isEqualTo(list.at("/count"));
        assertThat(card.get("more").asBoolean()).isEqualTo(list.next() != null);
        card.get("items").forEach(item -> item.propertyStream().forEach(member -> assertThat(list.items())
                .as(name(card)).anyMatch(each -> each.get("id").equals(item.get("id")) && member.getValue().equals(each.get(member.getKey())))));
    }

    /** The cards of its page, as the console is told of them. */
    private List<String> described(TestClient reader) {
        return reader.get("/api/v1/metadata").expect(200).at("/objects").valueStream()
                .filter(object -> object.get("name").asString().equals(type.path()))
                .flatMap(object -> object.get("related").valueStream())
                .map(OverviewContractTest::name)
                .toList();
    }

    private static String name(JsonNode card) {
        return card.get("object").asString() + " by " + card.get("attribute").asString();
    }

    @Test
    void whatMayBeDoneWithItIsToldAsItIsAnswered() {
        for (TestClient reader : List.of(ADMIN, COLLEAGUE, EDITOR_OF_OWN)) {
            TestAnswer told = reader.get(path + "/overview?parts=rights");
            if (told.status() == 404) {
                reader.get(path).expect(404);
                continue;
            }
            // A patch of nothing is judged like any other.
            int change = reader.patch(path, reader.get(path).version(), Map.of()).status();
            if (!told.expect(200).at("/rights/edit").asBoolean()) {
                assertThat(change).as("a change").isEqualTo(403);
            } else if (type.can(Capability.OWNED)) {
                // What nobody owns may have rules of its own, by which more is refused.
                assertThat(change).as("a change").isEqualTo(200);
            }
            if (!told.at("/rights/delete").asBoolean()) {
                assertThat(reader.delete(path).status()).as("a removal").isEqualTo(403);
            }
        }
    }

    @Test
    void ofADeletedRecordItselfWhatHappenedAndWhatPointsToItIsTold() {
        ADMIN.delete(path).expect(204);

        TestAnswer overview = ADMIN.get(path + "/overview").expect(200);
        assertThat(overview.body().propertyNames()).containsExactlyInAnyOrderElementsOf(
                type.can(Capability.TIMELINE) ? List.of("record", "related", "timeline") : List.of("record", "related"));
        assertThat(overview.body().get("record")).isEqualTo(ADMIN.get(path + "?deleted=true").expect(200).body());
    }

    @Test
    void whoDoesNotSeeTheRecordIsToldNothing() {
        if (type.can(Capability.OWNED)) {
            COLLEAGUE.get(path + "/overview").expect(404);
        }
        TENANT.nobody().get(path + "/overview").expect(401);
        ADMIN.get(path(type, "01900000-0000-7000-8000-000000000000") + "/overview").expect(404);
    }
}
