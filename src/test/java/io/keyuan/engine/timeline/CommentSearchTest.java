package io.keyuan.engine.timeline;

import static io.keyuan.TestClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.RunningProgram;
import io.keyuan.TestClient;
import io.keyuan.TestDatabase;
import io.keyuan.TestTenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Records are found by what was said of them, by whoever sees the records. */
class CommentSearchTest {

    private static final JdbcTemplate SQL = new JdbcTemplate(TestDatabase.dataSource(RunningProgram.get().database()));

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final String customer = admin.post("/api/v1/customers", Map.of("name", "远山科技")).expect(201).id();
    private final String comments = "/api/v1/customers/" + customer + "/comments";

    private String say(String body) {
        return admin.post(comments, Map.of("body", body)).expect(201).id();
    }

    private static List<JsonNode> found(TestClient reader, String words) {
        return reader.get("/api/v1/search?q=" + encoded(words)).expect(200).items();
    }

    @Test
    void aWordOfACommentFindsItsRecord() {
        say("价格已经谈妥\n对方要求琉璃屏风下周交货, signed in triplicate");

        JsonNode hit = found(admin, "琉璃屏风").getFirst();

        assertThat(hit.get("id").asString()).isEqualTo(customer);
        assertThat(hit.get("title").asString()).isEqualTo("远山科技");
        assertThat(hit.get("matched").asString()).contains("琉璃屏风").doesNotContain("价格");
        assertThat(found(admin, "triplicate")).hasSize(1);
        assertThat(found(admin, "屏琉")).as("the same characters otherwise").isEmpty();
        assertThat(found(admin, "远山")).as("by itself, and once").hasSize(1).noneMatch(each -> each.has("matched"));
    }

    @Test
    void whatIsUnsaidFindsNothingAndWhatIsSaidAnewDoes() {
        String id = say("翡翠台灯");
        admin.put(comments + "/" + id, Map.of("body", "青铜风铃")).expect(200);
        assertThat(found(admin, "翡翠台灯")).isEmpty();
        assertThat(found(admin, "青铜风铃")).hasSize(1);

        admin.delete(comments + "/" + id).expect(204);
        assertThat(found(admin, "青铜风铃")).isEmpty();
    }

    @Test
    void nobodyFindsByWhatWasSaidOfRecordsTheyDoNotSee() {
        say("琉璃屏风");
        TestClient colleague = company.person("colleague-" + company.slug());
        colleague.get("/api/v1/customers/" + customer).expect(404);

        assertThat(found(colleague, "琉璃屏风")).isEmpty();
        assertThat(found(RunningProgram.freshTenant().administrator(), "琉璃屏风")).isEmpty();
    }

    /** People are named by their ids, which are no words. */
    @Test
    void idsOfThoseWhoAreNamedFindNothing() {
        say("请 @[" + admin.person() + "] 看一下");

        assertThat(found(admin, admin.person().substring(0, 8))).isEmpty();
        assertThat(found(admin, "看一下")).hasSize(1);
    }

    @Test
    void whatAnOlderReleaseWroteIsReadAnew() {
        say("紫檀算盘");
        SQL.update("update comment set tokens = null where tenant_id = ?", company.id());
        assertThat(found(admin, "紫檀算盘")).isEmpty();

        RunningProgram.get().bean(CommentWords.class).run(() -> false);

        assertThat(found(admin, "紫檀算盘")).hasSize(1);
    }
}
