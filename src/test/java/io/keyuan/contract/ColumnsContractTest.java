package io.keyuan.contract;

import static io.keyuan.TestClient.encoded;
import static io.keyuan.contract.SampleRecords.path;
import static io.keyuan.contract.Seeded.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.DecimalType;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.MoneyType;
import io.keyuan.engine.NumberType;
import io.keyuan.engine.ObjectType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Whatever attribute somebody chooses as a column is told as it is in the record, and added up where it can be. */
@EveryDefinition
class ColumnsContractTest {

    private final ObjectType type;

    ColumnsContractTest(ObjectType type) {
        this.type = type;
    }

    @TestFactory
    Stream<DynamicTest> everyAttributeIsAColumnByItself() {
        List<JsonNode> whole = Seeded.of(type);
        return type.attributes().stream()
                .filter(attribute -> !(attribute.type() instanceof LinesType) && !ofTheBin(attribute))
                .map(attribute -> DynamicTest.dynamicTest(attribute + " (" + attribute.type().code() + ")", () -> {
                    List<JsonNode> column = ADMIN.get(path(type) + "?limit=500&sort=id&fields=" + attribute.name()).expect(200).items();

                    assertThat(column).hasSameSizeAs(whole);
                    for (int i = 0; i < whole.size(); i++) {
                        assertThat(column.get(i).get(attribute.name())).isEqualTo(whole.get(i).get(attribute.name()));
                        assertThat(List.of("id", "version", attribute.name())).containsAll(column.get(i).propertyNames());
                    }
                }));
    }

    private static boolean ofTheBin(Attribute<?> attribute) {
        return Set.of("deletedAt", "deletedBy").contains(attribute.name());
    }

    @TestFactory
    Stream<DynamicTest> whatCanBeAddedUpIsTheSumOfItsRecords() {
        return type.attributes().stream()
                .filter(attribute -> attribute.isFilterable() && isNumeric(attribute))
                .map(attribute -> DynamicTest.dynamicTest(attribute + " (" + attribute.type().code() + ")", () -> {
                    String filter = "has(" + attribute.name() + ")";
                    List<JsonNode> records = Seeded.of(type).stream().filter(record -> record.has(attribute.name())).toList();

                    JsonNode total = ADMIN.get(path(type) + "/aggregate?measure=count,sum(" + attribute.name() + ")&filter=" + encoded(filter))
                            .expect(200)
                            .at("/groups/0");

                    assertThat(total.path("count").asInt()).isEqualTo(records.size());
                    JsonNode sum = total.path("sum(" + attribute.name() + ")");
                    if (attribute.type() instanceof MoneyType) {
                        assertThat(byCurrency(sum.path("byCurrency"))).isEqualTo(added(records.stream().map(record -> record.get(attribute.name())).toList()));
                    } else if (!records.isEmpty()) {
                        assertThat(number(sum)).isEqualByComparingTo(
                                records.stream().map(record -> number(record.get(attribute.name()))).reduce(BigDecimal.ZERO, BigDecimal::add));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNoNumberIsNotAddedUp() {
        return type.attributes().stream()
                .filter(attribute -> attribute.isFilterable() && !isNumeric(attribute))
                .map(attribute -> DynamicTest.dynamicTest(attribute + " (" + attribute.type().code() + ")", () ->
                        ADMIN.get(path(type) + "/aggregate?measure=sum(" + attribute.name() + ")").expect(400)));
    }

    private static boolean isNumeric(Attribute<?> attribute) {
        return attribute.type() instanceof NumberType || attribute.type() instanceof DecimalType || attribute.type() instanceof MoneyType;
    }

    private static BigDecimal number(JsonNode value) {
        return new BigDecimal(value.asString());
    }

    private static Map<String, BigDecimal> byCurrency(JsonNode sums) {
        return added(sums.valueStream().toList());
    }

    private static Map<String, BigDecimal> added(List<JsonNode> moneys) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        moneys.forEach(money -> sums.merge(money.get("currency").asString(), number(money.get("amount")), BigDecimal::add));
        sums.replaceAll((currency, sum) -> sum.stripTrailingZeros());
        return sums;
    }
}
