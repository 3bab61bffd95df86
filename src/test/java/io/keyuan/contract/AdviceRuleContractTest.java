package io.keyuan.contract;

import static io.keyuan.contract.SampleRecords.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever object it is, a company says by rules of its own what is best done next with its records. */
@EveryDefinition
class AdviceRuleContractTest {

    private static final TestTenant COMPANY = AddedToCompany.freshTenant();
    private static final TestClient ADMIN = COMPANY.administrator();
    private static final SampleRecords RECORDS = new SampleRecords(ADMIN);
    private static final String RULES = "/api/v1/advice-rules";
    private static final String ALWAYS = "createdAt > daysAgo(1)";

    private final ObjectType type;
    private final String record;

    AdviceRuleContractTest(ObjectType type) {
        this.type = type;
        this.record = path(type, RECORDS.create(type).id());
    }

    private Map<String, Object> body(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("object", type.path(), "weight", 100, "reason", "It is to be done.", "action", "Do it"));
        body.putAll(more);
        return body;
    }

    private Map<String, Object> fill(Attribute<?> attribute) {
        return body(Map.of("condition", ALWAYS, "remedy", Map.of("kind", "fill", "attribute", attribute.name())));
    }

    private Attribute<?> writable() {
        return type.attributes().stream().filter(Attribute::isWritable).findFirst().orElseThrow();
    }

    /** One, or none where it is not told. */
    private List<JsonNode> told(String rule) {
        return ADMIN.get(record + "/overview?parts=advice").expect(200).at("/advice").valueStream()
                .filter(each -> each.get("rule").asString().equals(rule))
                .toList();
    }

    @Test
    void aRuleIsToldWhereItHoldsAsLongAsItIsOn() {
        TestAnswer rule = ADMIN.post(RULES, fill(writable())).expect(201);
        assertThat(rule.at("/errors")).isEmpty();
        assertThat(told(rule.id())).hasSize(1);
        JsonNode told = told(rule.id()).getFirst();
        assertThat(told.get("reason").asString()).isEqualTo("It is to be done.");
        assertThat(told.at("/way/attribute").asString()).isEqualTo(writable().name());

        ADMIN.post(record + "/advice/" + rule.id() + "/later", Map.of()).expect(204);
        assertThat(told(rule.id())).isEmpty();
        ADMIN.delete(record + "/advice/" + rule.id() + "/later").expect(204);
        assertThat(told(rule.id())).hasSize(1);

        Map<String, Object> off = fill(writable());
        off.put("active", false);
        ADMIN.with("If-Match", "\"1\"").put(RULES + "/" + rule.id(), off).expect(200);
        assertThat(told(rule.id())).isEmpty();
        ADMIN.with("If-Match", "\"1\"").put(RULES + "/" + rule.id(), off).expect(412);
        ADMIN.delete(RULES + "/" + rule.id()).expect(204);
        ADMIN.get(RULES + "/" + rule.id()).expect(404);
    }

    @Test
    void whatPointsToItMayBeMissingOrLookedAfter() {
        List<Attribute<?>> pointing = EveryDefinition.Source.TYPES.relatedTo(type).stream().filter(Attribute::isWritable).toList();
        for (Attribute<?> attribute : pointing) {
            Map<String, Object> from = Map.of("object", attribute.object().path(), "attribute", attribute.name(), "condition", "createdAt < daysAgo(9)");
            String missing = ADMIN.post(RULES, body(Map.of("pointing", from, "remedy", Map.of("kind", "make")))).expect(201).id();
            String there = ADMIN.post(RULES, body(Map.of("pointing", from, "remedy", Map.of("kind", "open")))).expect(201).id();

            assertThat(told(missing)).as(attribute.labelKey()).hasSize(1);
            JsonNode told = told(missing).getFirst();
            assertThat(told.at("/way/object").asString()).isEqualTo(attribute.object().path());
            assertThat(told.at("/way/attribute").asString()).isEqualTo(attribute.name());
            assertThat(told(there)).isEmpty();
            ADMIN.delete(RULES + "/" + missing).expect(204);
            ADMIN.delete(RULES + "/" + there).expect(204);
        }
    }

    @Test
    void itIsTriedBeforeItIsKept() {
        TestAnswer tried = ADMIN.post(RULES + "/trial", fill(writable())).expect(200);

        assertThat(tried.at("/count/value").asInt()).isPositive();
        assertThat(tried.items()).extracting(each -> each.get("id").asString()).contains(record.substring(record.lastIndexOf('/') + 1));
        String filter = TestClient.encoded(tried.text("/filter"));
        assertThat(ADMIN.get(path(type) + "?filter=" + filter).expect(200).at("/count")).isEqualTo(tried.at("/count"));
    }

    @Test
    void whateverIsWrongIsSaidBesideIt() {
        Map<String, Object> wrong = body(Map.of(
                "weight", 0, "reasons", Map.of("xx", "?"), "action", "x".repeat(61), "condition", "x".repeat(2_001), "remedy", Map.of("kind", "sing")));
        TestAnswer refused = ADMIN.post(RULES, wrong).expect(422);
        for (String path : List.of("weight", "reasons", "action", "condition", "remedy")) {
            assertThat(refused.error(path)).as(path).isNotNull();
        }
        assertThat(ADMIN.post(RULES, body(Map.of("remedy", Map.of("kind", "fill", "attribute", "nothing")))).expect(422).error("remedy.attribute")).isNotNull();
        assertThat(ADMIN.post(RULES, body(Map.of("remedy", Map.of("kind", "fill", "attribute", writable().name())))).expect(422).error("condition")).isNotNull();
        assertThat(ADMIN.post(RULES, body(Map.of("condition", "nothing ==", "remedy", Map.of("kind", "run", "command", "fly")))).expect(422)
                .error("remedy.command")).isNotNull();
        assertThat(ADMIN.post(RULES, body(Map.of("remedy", Map.of("kind", "make")))).expect(422).error("pointing")).isNotNull();
        assertThat(ADMIN.post(RULES, body(Map.of("pointing", Map.of("object", "nowhere"), "remedy", Map.of("kind", "open")))).expect(422)
                .error("pointing.object")).isNotNull();
    }
}
