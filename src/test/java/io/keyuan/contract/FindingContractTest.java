package io.keyuan.contract;

import static io.keyuan.TestClient.encoded;
import static io.keyuan.contract.SampleRecords.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ExpressionKind;
import io.keyuan.engine.NumberType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.TextType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Records of any object are found by what people type, and counted by what they have in common. */
@EveryDefinition
class FindingContractTest {

    private static final TestClient ADMIN = AddedToCompany.freshTenant().administrator();
    private static final SampleRecords RECORDS = new SampleRecords(ADMIN);

    private final ObjectType type;

    FindingContractTest(ObjectType type) {
        this.type = type;
    }

    @Test
    void aRecordIsFoundByTheInnerCharactersOfItsTitleWhileItLives() {
        assumeTrue(type.can(Capability.SEARCHABLE));
        Map<String, @Nullable Object> body = RECORDS.minimal(type);
        body.put(type.title().name(), "上海鑫淼" + type.name() + "股份");
        String id = ADMIN.post(path(type), body).expect(201).id();

        assertThat(found("鑫淼")).contains(id);
        assertThat(found("海鑫")).contains(id);
        assertThat(found("xinmiao")).contains(id);
        assertThat(found("淼鑫")).doesNotContain(id);
        ADMIN.patch(path(type, id), 1, Map.of(type.title().name(), "北京森垚")).expect(200);
        assertThat(found("鑫淼")).doesNotContain(id);
        assertThat(found("森垚")).contains(id);
        ADMIN.delete(path(type, id)).expect(204);
        assertThat(found("森垚")).doesNotContain(id);
        ADMIN.post(path(type, id) + "/restore", Map.of()).expect(200);
        assertThat(found("森垚")).contains(id);
    }

    private List<String> found(String text) {
        return ADMIN.get("/api/v1/search?limit=100&object=" + type.path() + "&q=" + encoded(text)).expect(200).items().stream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> groupsOfEveryAttributeAddUpToTheWhole() {
        List<JsonNode> all = Seeded.of(type);
        return type.attributes().stream()
                .filter(attribute -> attribute.isFilterable() && isGrouping(attribute))
                .map(attribute -> DynamicTest.dynamicTest(attribute.name(), () -> checkGroups(attribute, all)));
    }

    private void checkGroups(Attribute<?> attribute, List<JsonNode> all) {
        TestAnswer answer = Seeded.ADMIN.get(path(type) + "/aggregate?measure=count&group=" + attribute.name()).expect(200);
        Map<String, Integer> counts = answer.at("/groups").valueStream()
                .collect(Collectors.toMap(group -> key(group.get(attribute.name())), group -> group.get("count").asInt()));

        Map<String, Integer> expected = all.stream()
                .collect(Collectors.toMap(record -> key(record.get(attribute.name())), record -> 1, Integer::sum));
        assertThat(counts).isEqualTo(expected);
    }

    private static String key(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "";
        }
        return value.isObject() ? value.get("id").asString() : value.asString();
    }

    /** Times are grouped by the day they fall on, which the records do not say. */
    private static boolean isGrouping(Attribute<?> attribute) {
        ExpressionKind kind = attribute.type().kind();
        boolean simple = kind == ExpressionKind.CHOICE || kind == ExpressionKind.REFERENCE || kind == ExpressionKind.YES_NO || kind == ExpressionKind.DATE;
        boolean line = attribute.type() instanceof TextType text && text.form() != TextType.Form.LINES;
        return (simple || line || attribute.type() instanceof NumberType) && !attribute.name().equals("id");
    }
}
