package io.keyuan.contract;

import static io.keyuan.contract.SampleRecords.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.TextType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Records of any object become a file that says all of them, and that an import takes for the same. */
@EveryDefinition
class ExportContractTest {

    private static final TestClient ADMIN = AddedToCompany.freshTenant().administrator();
    private static final SampleRecords RECORDS = new SampleRecords(ADMIN);
    private static final List<String> HOSTILE = List.of("=cmd|' /C calc'!A0", "'+1", "\"a\", b;c", "007", "－１ 全角 👩‍👩‍👧");

    private final ObjectType type;

    ExportContractTest(ObjectType type) {
        this.type = type;
    }

    private void fill() {
        ADMIN.post(path(type), RECORDS.full(type)).expect(201);
        RECORDS.create(type);
        for (String text : HOSTILE) {
            Map<String, @Nullable Object> body = RECORDS.minimal(type);
            type.attributes().stream().filter(attribute -> takes(attribute, text)).forEach(attribute -> body.put(attribute.name(), text));
            TestAnswer made = ADMIN.post(path(type) + "?duplicates=allow", body).expectOneOf(201, 409, 422);
            // Some attributes take only texts of a certain kind.
            if (made.status() == 422) {
                made.at("/errors").forEach(error -> body.remove(error.path("path").asString()));
                Map<String, @Nullable Object> least = RECORDS.minimal(type);
                least.forEach(body::putIfAbsent);
                ADMIN.post(path(type) + "?duplicates=allow", body);
            }
        }
    }

    private static boolean takes(Attribute<?> attribute, String text) {
        boolean free = attribute.type() instanceof TextType kind
                && (kind.form() == TextType.Form.LINE || kind.form() == TextType.Form.LINES) && kind.maxLength() >= text.length();
        return free && attribute.isWritable() && !attribute.isUnique();
    }

    @Test
    void allRecordsAreInTheFileAndNothingChangesWhenItIsImported() {
        fill();
        int count = ADMIN.get(path(type) + "?limit=1&count=exact").expect(200).at("/count/value").asInt();

        String file = ADMIN.get(path(type) + "/export").expect(200).content();
        TestAnswer ids = ADMIN.get(path(type) + "/export?bom=false&fields=id").expect(200);

        assertThat(ids.content().lines().skip(1)).hasSize(count);
        assertThat(ids.header("Content-Disposition")).contains("attachment", type.path());
        Assumptions.assumeTrue(type.can(Capability.IMPORTABLE));
        TestAnswer taken = ADMIN.upload("/api/v1/imports?key=id&mode=update&object=" + type.path(), "export.csv", file).expect(202);
        String job = "/api/v1/jobs/" + taken.id();
        await().atMost(Duration.ofMinutes(2)).until(() -> Set.of("done", "failed").contains(ADMIN.get(job).expect(200).text("/state")));
        TestAnswer ended = ADMIN.get(job).expect(200);
        String failures = ended.at("/failures").isString() ? ADMIN.get(ended.text("/failures")).content() : "";
        assertThat(ended.at("/result/in").asInt()).as("%s %s", ended, failures).isEqualTo(count);
        assertThat(ended.at("/result/skipped").asInt()).as("%s %s", ended, failures).isEqualTo(count);
    }

    @Test
    void whatIsNoOrderIsRefused() {
        ADMIN.get(path(type) + "/export?format=pdf").expect(400);
        ADMIN.get(path(type) + "/export?fields=nonsense").expect(400);
        ADMIN.get(path(type) + "/export?fields=id,id").expect(400);
        ADMIN.get(path(type) + "/export?sort=nonsense").expect(400);
        ADMIN.get(path(type) + "/export?filter=%3D%3D").expect(400);
        ADMIN.get(path(type) + "/export?bom=maybe").expect(400);
        ADMIN.get(path(type) + "/export?limit=5").expect(400);
        ADMIN.post(path(type) + "/export", Map.of("ids", List.of("nobody"))).expect(400);
    }
}
