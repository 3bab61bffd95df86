package io.keyuan.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What one may not read hides nothing that one may. */
class UnreadableInFrontTest {

    /** More than a search looks at first. */
    private static final int IN_FRONT = 230;

    private static final String TAIL = "917777";

    private final World world = new World(RunningProgram.freshTenant());

    @Test
    void manyHitsByTextsOneMayNotReadLeaveTheOthersToBeFound() {
        String meant = world.create("/api/v1/customers", new HashMap<>(Map.of("name", "workshop " + TAIL)));
        List<Map<String, @Nullable Object>> others = new ArrayList<>();
        for (int i = 0; i < IN_FRONT; i++) {
            others.add(new HashMap<>(Map.of("name", "newer " + i, "phone", "13%03d%s".formatted(i, TAIL))));
        }
        world.batch("/api/v1/customers", "create", others);
        TestClient reader = world.tenant.person("reader");
        Map<String, Object> all = Map.of("scopes", List.of("all"));
        String role = world.create("/api/v1/roles", new HashMap<>(Map.of("name", "no telephones", "grants", List.of(Map.of(
                "object", "customers", "rights", List.of("read"), "read", all, "write", all, "attributes", Map.of("phone", "hidden"))))));
        world.admin.put("/api/v1/users/" + reader.person() + "/roles", Map.of("roles", List.of(role))).expect(200);

        assertThat(found(reader)).containsExactly(meant);
        assertThat(found(world.admin)).hasSize(100);
    }

    private static List<String> found(TestClient client) {
        return client.get("/api/v1/search?limit=100&q=" + TAIL).expect(200).items().stream().map(item -> item.get("id").asString()).toList();
    }
}
