package io.keyuan.contract;

import static io.keyuan.contract.SampleRecords.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.engine.ObjectType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** However an object is laid out, everything that can be shown stands at one place, or was left out on purpose. */
@EveryDefinition
class LayoutContractTest {

    private static final TestTenant COMPANY = AddedToCompany.freshTenant();
    private static final TestClient ADMIN = COMPANY.administrator();

    private final ObjectType type;

    LayoutContractTest(ObjectType type) {
        this.type = type;
    }

    @Test
    void aLayoutIsFollowedAndNothingIsLost() {
        JsonNode before = described();
        TestAnswer settled = ADMIN.get(address()).expect(200);
        List<String> all = placed(settled.at("/own/sections"));
        List<String> indispensable = texts(settled.at("/indispensable"));
        assertThat(all).doesNotHaveDuplicates().containsAll(indispensable).contains("createdAt");
        List<String> first = new ArrayList<>(all.subList(0, all.size() / 2));
        Collections.reverse(first);
        List<String> hidden = all.stream().filter(name -> !first.contains(name) && !indispensable.contains(name)).limit(1).toList();

        TestAnswer changed = replace(settled.at("/version").asLong(), Map.of("layouts", List.of(Map.of(
                        "sections", List.of(
                                Map.of("key", "own", "labels", Map.of("en", "Of our own", "zh-CN", "自定义"), "attributes", first),
                                Map.of("key", "empty", "labels", Map.of("en", "Nothing"), "attributes", List.of())),
                        "hidden", hidden, "quick", first.subList(0, 1)))))
                .expect(200);

        JsonNode after = described();
        assertThat(after.at("/sections/0")).isEqualTo(json(Map.of("name", "own", "label", "Of our own", "attributes", first)));
        assertThat(after.at("/sections").toString()).doesNotContain("Nothing");
        assertThat(texts(after.get("quick"))).isEqualTo(first.subList(0, 1));
        List<String> left = new ArrayList<>(placed(after.get("sections")));
        left.addAll(hidden);
        assertThat(left).containsExactlyInAnyOrderElementsOf(all);

        TestAnswer stale = replace(settled.at("/version").asLong(), Map.of()).expect(412);
        assertThat(stale.at("/current/version")).isEqualTo(changed.at("/version"));
        replace(changed.at("/version").asLong(), Map.of()).expect(200);
        assertThat(described()).isEqualTo(before);
    }

    @Test
    void whateverIsWrongIsSaidBesideIt() {
        long version = ADMIN.get(address()).expect(200).at("/version").asLong();

        TestAnswer refused = replace(version, Map.of("kind", type.title().name(), "layouts", List.of(
                        Map.of("kind", "none", "role", Map.of("id", COMPANY.id().toString()), "sections", List.of(
                                Map.of("key", "No key"), Map.of("key", "own", "labels", Map.of("xx", "?")),
                                Map.of("key", "system", "attributes", List.of("version", "createdAt", "createdAt")), Map.of("key", "system"))),
                        Map.of(), Map.of("hidden", List.of(type.title().name())))))
                .expect(422);

        for (String path : List.of(
                "kind", "layouts[0].kind", "layouts[0].role", "layouts[0].sections[0].key", "layouts[0].sections[1].labels",
                "layouts[0].sections[2].attributes[0]", "layouts[0].sections[2].attributes[2]", "layouts[0].sections[3].key", "layouts[2]")) {
            assertThat(refused.error(path)).as(path).isNotNull();
        }
        assertThat(ADMIN.get(address()).at("/version").asLong()).isEqualTo(version);
    }

    private String address() {
        return path(type) + "/layouts";
    }

    private TestAnswer replace(long version, Object body) {
        return ADMIN.with("If-Match", "\"" + version + "\"").put(address(), body);
    }

    private JsonNode described() {
        return ADMIN.get("/api/v1/metadata").expect(200).at("/objects").valueStream()
                .filter(object -> object.get("name").asString().equals(type.path()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> placed(JsonNode sections) {
        return sections.valueStream().flatMap(section -> texts(section.get("attributes")).stream()).toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode json(Object value) {
        return JsonMapper.shared().valueToTree(value);
    }
}
