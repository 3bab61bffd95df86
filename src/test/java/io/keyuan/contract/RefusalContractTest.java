package io.keyuan.contract;

import static io.keyuan.TestClient.encoded;
import static io.keyuan.contract.SampleRecords.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.DecimalType;
import io.keyuan.engine.MoneyType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.TextType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What no object takes, and that it is told what is wrong, where, and in the reader's language. */
@EveryDefinition
class RefusalContractTest {

    private static final TestClient ADMIN = AddedToCompany.freshTenant().administrator();
    private static final SampleRecords RECORDS = new SampleRecords(ADMIN);
    private static final JsonMapper JSON = new JsonMapper();

    /** A list of a list is no value of any type. */
    private static final Object WRONG = List.of(List.of("wrong"));

    private final ObjectType type;

    RefusalContractTest(ObjectType type) {
        this.type = type;
    }

    @TestFactory
    Stream<DynamicTest> aValueOfAWrongTypeIsNamedInTheReadersLanguage() {
        return SampleRecords.writable(type).stream().map(attribute -> DynamicTest.dynamicTest(attribute.name(), () -> {
            Map<String, @Nullable Object> body = RECORDS.minimal(type);
            body.put(attribute.name(), WRONG);
            for (String language : List.of("zh-CN", "zh-TW", "en")) {
                TestAnswer refused = ADMIN.with("Accept-Language", language).post(path(type), body).expect(422);
                checkWords(refused, attribute.name(), language);
            }
        }));
    }

    private static void checkWords(TestAnswer refused, String path, String language) {
        JsonNode error = Objects.requireNonNull(refused.error(path), refused::toString);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.header("Content-Language")).isEqualTo(language);
        assertThat(error.get("message").asString()).isNotBlank().doesNotContain("fault.", "{0}");
        for (String words : List.of(error.get("message").asString(), refused.text("/title"))) {
            boolean chinese = words.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
            assertThat(chinese).as("%s of %s", words, language).isEqualTo(language.startsWith("zh"));
        }
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        Map<String, @Nullable Object> body = new HashMap<>();
        SampleRecords.writable(type).forEach(attribute -> body.put(attribute.name(), WRONG));

        TestAnswer refused = ADMIN.post(path(type), body).expect(422);

        assertThat(refused.at("/errors").valueStream().map(error -> error.get("path").asString()))
                .containsAll(SampleRecords.writable(type).stream().map(Attribute::name).toList());
    }

    @Test
    void whatIsUnknownOrNotToBeWrittenIsRefusedNotDropped() {
        Stream<String> names = Stream.concat(
                Stream.of("nonsense", "constructor", "__proto__", "x".repeat(300)),
                type.attributes().stream().filter(attribute -> !attribute.isWritable()).map(Attribute::name));
        names.forEach(name -> {
            Map<String, @Nullable Object> body = RECORDS.minimal(type);
            body.put(name, "anything");
            ADMIN.post(path(type), body).expect(422);
        });
    }

    @Test
    void whatIsRequiredMustBeGiven() {
        for (Attribute<?> attribute : SampleRecords.writable(type)) {
            if (attribute.isRequired()) {
                for (Object nothing : new @Nullable Object[] {null, "", "   "}) {
                    Map<String, @Nullable Object> body = RECORDS.minimal(type);
                    body.put(attribute.name(), nothing);
                    JsonNode error = ADMIN.post(path(type), body).expect(422).error(attribute.name());
                    assertThat(Objects.requireNonNull(error).get("code").asString()).isEqualTo("required");
                }
            }
        }
    }

    @Test
    void textMayBeAsLongAsItsDefinitionSaysAndNoLonger() {
        String path = path(type, RECORDS.create(type).id());
        for (Attribute<?> attribute : SampleRecords.writable(type)) {
            if (attribute.type() instanceof TextType text && isFree(text)) {
                TestAnswer refused = change(path, attribute, "字".repeat(text.maxLength() + 1)).expect(422);
                assertThat(Objects.requireNonNull(refused.error(attribute.name())).get("code").asString()).isEqualTo("too-long");
                change(path, attribute, "字".repeat(text.maxLength())).expect(200);
            }
        }
    }

    @Test
    void numbersHaveNoMoreDigitsThanAreKept() {
        String path = path(type, RECORDS.create(type).id());
        for (Attribute<?> attribute : SampleRecords.writable(type)) {
            if (attribute.type() instanceof MoneyType || attribute.type() instanceof DecimalType) {
                for (String number : List.of("1.123456789012", "1e400", "99999999999999999999999999", "NaN", "-Infinity", "0x10")) {
                    change(path, attribute, number).expect(422);
                }
            }
            if (attribute.min() != null) {
                change(path, attribute, attribute.min().subtract(java.math.BigDecimal.ONE)).expect(422);
            }
            if (attribute.max() != null) {
                change(path, attribute, attribute.max().add(java.math.BigDecimal.ONE)).expect(422);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> hostileTextIsKeptAsItIsOrRefused() {
        return HostileText.all().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> keepOrRefuse(each.getValue())));
    }

    private void keepOrRefuse(String json) {
        String path = path(type, RECORDS.create(type).id());
        for (Attribute<?> attribute : SampleRecords.writable(type)) {
            if (attribute.type() instanceof TextType) {
                long version = ADMIN.get(path).expect(200).version();
                TestAnswer answer = ADMIN.with("If-Match", "\"" + version + "\"")
                        .send("PATCH", path, "{\"" + attribute.name() + "\":" + json + "}");
                if (answer.status() == 200) {
                    String kept = ADMIN.get(path).expect(200).text("/" + attribute.name());
                    assertThat(kept).isEqualToIgnoringCase(JSON.readTree(json).asString().strip());
                } else {
                    answer.expectRefusal();
                }
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> hostileTextInAddressesFindsNothingOrIsRefused() {
        return HostileText.all().entrySet().stream()
                .filter(each -> each.getValue().length() < 1000)
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> ask(JSON.readTree(each.getValue()).asString())));
    }

    private void ask(String text) {
        String quoted = "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
        String title = type.title().name();
        Stream.of(
                        "?filter=" + encoded(title + " == " + quoted),
                        "?filter=" + encoded(title + ".contains(" + quoted + ")"),
                        "?filter=" + encoded(text), "?sort=" + encoded(text), "?page=" + encoded(text), "?fields=" + encoded(text),
                        "?limit=" + encoded(text), "/aggregate?group=" + encoded(text), "/" + encoded(text))
                .forEach(question -> {
                    TestAnswer answer = ADMIN.get(path(type) + question);
                    if (answer.status() != 200) {
                        answer.expectRefusal();
                    }
                });
    }

    @Test
    void aValueThatIsUniqueIsNotTakenTwice() {
        for (Attribute<?> attribute : SampleRecords.writable(type)) {
            if (attribute.isUnique()) {
                Object value = Objects.requireNonNull(RECORDS.value(attribute, 90_000 + attribute.ordinal()));
                Map<String, @Nullable Object> body = RECORDS.minimal(type);
                body.put(attribute.name(), value);
                String first = ADMIN.post(path(type), body).expect(201).id();
                Map<String, @Nullable Object> again = RECORDS.minimal(type);
                again.put(attribute.name(), value);

                TestAnswer refused = ADMIN.post(path(type), again).expect(409);

                assertThat(refused.error(attribute.name())).as("%s", refused).isNotNull();
                ADMIN.delete(path(type, first)).expect(204);
                ADMIN.post(path(type), again).expect(201);
                ADMIN.post(path(type, first) + "/restore", Map.of()).expect(409);
            }
        }
    }

    @Test
    void whatIsNoJsonOfARecordIsMalformed() {
        for (String body : List.of("", "nonsense", "[]", "\"text\"", "{\"a\":", "null", "[".repeat(5_000))) {
            ADMIN.send("POST", path(type), body).expectOneOf(400, 422);
        }
        ADMIN.get(path(type, "1")).expect(404);
        ADMIN.get(path(type, "00000000-0000-0000-0000-000000000000")).expect(404);
    }

    private static TestAnswer change(String path, Attribute<?> attribute, Object value) {
        return ADMIN.patch(path, ADMIN.get(path).expect(200).version(), Map.of(attribute.name(), value));
    }

    private static boolean isFree(TextType text) {
        return text.form() == TextType.Form.LINE || text.form() == TextType.Form.LINES;
    }
}
