package io.keyuan.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Roles say how many people have them. */
class RoleHoldersTest {

    private static final TestTenant TENANT = RunningProgram.freshTenant();
    private static final TestClient ADMIN = TENANT.administrator();

    private static int people(Predicate<JsonNode> which) {
        return ADMIN.get("/api/v1/roles").expect(200).items().stream().filter(which).findFirst().orElseThrow().get("people").asInt();
    }

    private static int ofInitial() {
        return people(role -> role.get("initial").asBoolean());
    }

    private static int ofAnalyst() {
        return people(role -> role.path("code").asString("").equals("analyst"));
    }

    @Test
    void whoWasGivenNoRoleHasTheInitialOne() {
        String analyst = ADMIN.get("/api/v1/roles").expect(200).items().stream()
                .filter(role -> role.path("code").asString("").equals("analyst")).findFirst().orElseThrow().get("id").asString();
        int before = ofInitial();
        TestClient one = TENANT.person("one");
        TestClient two = TENANT.person("two");
        assertThat(ofInitial()).isEqualTo(before + 2);
        assertThat(ofAnalyst()).isZero();
        assertThat(people(role -> role.get("id").isNull())).as("administrators").isEqualTo(1);

        ADMIN.put("/api/v1/users/" + one.person() + "/roles", Map.of("roles", List.of(analyst))).expect(200);
        assertThat(ofInitial()).isEqualTo(before + 1);
        assertThat(ofAnalyst()).isEqualTo(1);
        assertThat(ADMIN.get("/api/v1/roles/" + analyst).expect(200).at("/people").asInt()).isEqualTo(1);

        ADMIN.delete("/api/v1/users/" + two.person()).expect(204);
        assertThat(ofInitial()).isEqualTo(before);
    }
}
