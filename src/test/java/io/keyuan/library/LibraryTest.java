package io.keyuan.library;

import static io.keyuan.TestClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestForm;
import io.keyuan.TestTenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The company's library: folders in folders, for those they were given to, and what is in their files. */
class LibraryTest {

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final TestClient wang = worker("wang");
    private final TestClient lin = worker("lin");

    /** Somebody who has what is theirs and what they are given. */
    private TestClient worker(String login) {
        TestClient person = company.person(login);
        String role = admin.post("/api/v1/roles", Map.of("name", login, "grants", List.of(Map.of(
                "object", "folders", "rights", List.of("read", "create", "edit", "delete"),
                "read", Map.of("scopes", List.of("own")), "write", Map.of("scopes", List.of("own")))))).expect(201).id();
        admin.put("/api/v1/users/" + person.person() + "/roles", Map.of("roles", List.of(role))).expect(200);
        return person;
    }

    private static String folder(TestClient by, String name) {
        return by.post("/api/v1/folders", Map.of("name", name)).expect(201).id();
    }

    private static TestAnswer inside(TestClient by, String parent, String name) {
        return by.post("/api/v1/folders", Map.of("name", name, "parent", Map.of("id", parent)));
    }

    private void give(String folder, TestClient to, boolean editing) {
        admin.post("/api/v1/folders/" + folder + "/shares", Map.of(
                "kind", "share", "to", Map.of("kind", "user", "id", to.person()), "editing", editing)).expect(204);
    }

    @Test
    void whoeverReadsAFolderReadsItsFilesAndWhoeverChangesItAddsSome() {
        String policies = folder(admin, "制度");
        give(policies, wang, true);
        give(policies, lin, false);

        String file = wang.post("/api/v1/folders/" + policies + "/files", new TestForm().file("报销流程.txt", "先填单")).expect(201)
                .items().getFirst().get("id").asString();

        lin.get("/api/v1/folders/" + policies + "/files/" + file + "/content").expect(200);
        lin.post("/api/v1/folders/" + policies + "/files", new TestForm().file("b.txt", "b")).expect(403);
        assertThat(lin.get("/api/v1/search?q=" + encoded("报销流程")).expect(200).items()).hasSize(1);
        TestClient stranger = worker("stranger");
        stranger.get("/api/v1/folders/" + policies + "/files").expect(404);
        assertThat(stranger.get("/api/v1/search?q=" + encoded("报销流程")).expect(200).items()).isEmpty();
    }

    @Test
    void aFolderInsideAnotherBeginsAsOpenAsThatOne() {
        String policies = folder(admin, "制度");
        give(policies, wang, true);
        give(policies, lin, false);

        String travel = inside(wang, policies, "差旅").expect(201).id();

        assertThat(lin.get("/api/v1/folders/" + travel).expect(200).text("/name")).isEqualTo("差旅");
        lin.post("/api/v1/folders/" + travel + "/files", new TestForm().file("b.txt", "b")).expect(403);
        assertThat(admin.get("/api/v1/folders/" + travel + "/shares").expect(200).at("/items")).hasSize(3);
        worker("stranger").get("/api/v1/folders/" + travel).expect(404);
    }

    @Test
    void nobodyPutsAFolderWhereTheyMayNotOrIntoItself() {
        String policies = folder(admin, "制度");
        give(policies, lin, false);
        assertThat(inside(lin, policies, "差旅").expect(422).text("/errors/0/code")).isEqualTo("folder-not-open");

        String inner = inside(admin, policies, "差旅").expect(201).id();
        assertThat(admin.patch("/api/v1/folders/" + policies, 1, Map.of("parent", Map.of("id", inner))).expect(422).text("/errors/0/code"))
                .isEqualTo("circle");
    }
}
