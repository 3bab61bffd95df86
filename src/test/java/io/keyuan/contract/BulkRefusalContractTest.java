package io.keyuan.contract;

import static io.keyuan.contract.SampleRecords.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What fits no record is refused before there is a job, beside the attribute it was meant for. */
@EveryDefinition
class BulkRefusalContractTest {

    private static final TestClient ADMIN = AddedToCompany.freshTenant().administrator();

    private final ObjectType type;

    BulkRefusalContractTest(ObjectType type) {
        this.type = type;
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        if (type.parent() != null) {
            return;
        }
        List<Attribute<?>> attributes = SampleRecords.writable(type).stream()
                .filter(each -> !each.isUnique() && !(each.type() instanceof LinesType))
                .toList();
        Map<String, Object> update = new LinkedHashMap<>();
        attributes.forEach(each -> update.put(each.name(), List.of("a list is no value of any of them")));

        TestAnswer refused = ADMIN.post(path(type) + "/bulk", Map.of("filter", "", "update", update)).expect(422);

        assertThat(attributes).isNotEmpty().allSatisfy(each -> assertThat(refused.error("update." + each.name())).as(each.name()).isNotNull());
    }
}
