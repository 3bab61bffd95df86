package io.keyuan.contract;

import static io.keyuan.contract.SampleRecords.path;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A few records of every object in one company, with gaps and equal values among them, for tests that only read. */
final class Seeded {

    static final TestClient ADMIN = AddedToCompany.freshTenant().administrator();

    private static final int ROWS = 7;
    private static final SampleRecords RECORDS = new SampleRecords(ADMIN);
    private static final Map<ObjectType, List<JsonNode>> ALL = new ConcurrentHashMap<>();

    private Seeded() {}

    /** Every record of the object, as one long list has them. */
    static synchronized List<JsonNode> of(ObjectType type) {
        if (ALL.isEmpty()) {
            EveryDefinition.Source.all().forEach(Seeded::seed);
            EveryDefinition.Source.all().forEach(each -> ALL.put(each, list(each)));
        }
        return ALL.getOrDefault(type, List.of());
    }

    private static List<JsonNode> list(ObjectType type) {
        return ADMIN.get(path(type) + "?limit=500&sort=id").expect(200).items();
    }

    private static void seed(ObjectType type) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            rows.add(gapped(type, row));
        }
        TestAnswer seeded = ADMIN.post(path(type) + "/batch", Map.of("create", rows, "atomic", true)).expect(200);
        seeded.at("/results").forEach(result -> {
            if (result.get("status").asInt() != 201) {
                throw new AssertionError(String.valueOf(seeded));
            }
        });
    }

    /** Of each attribute that may be without a value some rows are; of the others two rows have the same. */
    private static Map<String, @Nullable Object> gapped(ObjectType type, int row) {
        Map<String, @Nullable Object> body = RECORDS.full(type);
        for (Attribute<?> attribute : SampleRecords.writable(type)) {
            if (!attribute.isRequired() && (row + attribute.ordinal()) % 3 == 0) {
                body.remove(attribute.name());
            } else if (!attribute.isUnique() && row % 3 == 1) {
                body.put(attribute.name(), RECORDS.value(attribute, 2));
            }
        }
        return body;
    }
}
