package io.keyuan.engine.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.backup.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was removed long ago goes for good, and nothing of other objects with it. */
class ObjectUpkeepTest {

    private static final TestTenant TENANT = RunningProgram.freshTenant();
    private static final TestClient ADMIN = TENANT.administrator();

    @Test
    void recordsOfAnObjectThatWasRemovedLongAgoAreErased() {
        define("c-kept");
        define("c-gone");
        String kept = ADMIN.post("/api/v1/c-kept", Map.of("name", "Stays", "c_note", "found here")).expect(201).id();
        String gone = ADMIN.post("/api/v1/c-gone", Map.of("name", "Goes", "stage", "one", "c_note", "found there")).expect(201).id();
        ADMIN.post("/api/v1/c-gone/" + gone + "/comments", Map.of("body", "about it")).expect(201);
        ADMIN.delete("/api/v1/objects/c-gone").expect(204);
        RunningProgram.get().bean(ObjectUpkeep.class).run(Instant.now().minus(Duration.ofDays(1)), () -> false);
        assertThat(rows("custom_record")).hasSize(2);

        RunningProgram.get().bean(ObjectUpkeep.class).run(Instant.now().plus(Duration.ofDays(1)), () -> false);

        assertThat(rows("custom_record")).hasSize(1).allSatisfy(row -> assertThat(row).contains(kept));
        List.of("search_document", "comment", "attribute_text").forEach(table ->
                assertThat(rows(table)).as(table).noneMatch(row -> row.contains(gone)));
        ADMIN.post("/api/v1/objects/c-gone/restore", Map.of()).expect(404);
        assertThat(ADMIN.get("/api/v1/objects").expect(200).content()).doesNotContain("c-gone");
        assertThat(ADMIN.post("/api/v1/objects", Map.of("path", "c-gone", "label", "Again")).expect(422).error("path")).isNotNull();
        assertThat(ADMIN.get("/api/v1/c-kept/" + kept).expect(200).text("/c_note")).isEqualTo("found here");
        assertThat(ADMIN.get("/api/v1/audit").expect(200).items()).isNotEmpty();
        ADMIN.get("/api/v1/changes").expect(200);
    }

    private static void define(String path) {
        ADMIN.post("/api/v1/objects", Map.of("path", path, "label", path, "stages", List.of("One"))).expect(201);
        ADMIN.post("/api/v1/" + path + "/attributes", Map.of("label", "Note", "name", "c_note", "type", "text", "searchable", true)).expect(201);
    }

    private static List<String> rows(String table) {
        return Content.of(RunningProgram.get().database(), TENANT.id()).getOrDefault(table, List.of());
    }
}
