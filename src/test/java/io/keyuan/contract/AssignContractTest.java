package io.keyuan.contract;

import static io.keyuan.contract.SampleRecords.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.engine.ObjectType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Records of any object that belong to people can be given to others, and of no other object. */
@EveryDefinition
class AssignContractTest {

    private static final TestTenant TENANT = AddedToCompany.freshTenant();
    private static final TestClient ADMIN = TENANT.administrator();
    private static final TestClient COLLEAGUE = TENANT.person("colleague");
    private static final SampleRecords RECORDS = new SampleRecords(ADMIN);

    private final ObjectType type;
    private final TestAnswer record;

    AssignContractTest(ObjectType type) {
        this.type = type;
        this.record = RECORDS.create(type);
    }

    @Test
    void aRecordIsGivenToSomebodyAndTakenBack() {
        String path = path(type, record.id());
        if (type.owner() == null) {
            ADMIN.post(path + "/assign", Map.of("to", COLLEAGUE.person())).expect(404);
            ADMIN.get(path + "/owners").expect(404);
            ADMIN.post(path(type) + "/assign", Map.of("filter", "", "to", COLLEAGUE.person())).expect(404);
            return;
        }
        COLLEAGUE.post(path + "/assign", Map.of("to", COLLEAGUE.person())).expect(404);
        List<JsonNode> along = ADMIN.get(path + "/assign").expect(200).at("/along").valueStream().toList();
        List<String> all = along.stream().map(each -> each.path("object").asString()).toList();

        String job = ADMIN.post(path + "/assign", Map.of("to", COLLEAGUE.person(), "along", all)).expect(200).text("/job");

        JsonNode given = COLLEAGUE.get(path).expect(200).body();
        assertThat(given.at("/owner/id").asString()).isEqualTo(COLLEAGUE.person());
        assertThat(given.path("version").asLong()).isEqualTo(record.version() + 1);
        assertThat(ADMIN.get(path + "/owners").expect(200).items()).hasSize(2);
        assertThat(ADMIN.get("/api/v1/jobs/" + job).expect(200).at("/undoable").asBoolean()).isTrue();
        ADMIN.delete(path).expect(204);
        ADMIN.post(path + "/assign", Map.of("to", COLLEAGUE.person())).expect(404);
    }
}
