package io.keyuan.contract;

import static io.keyuan.contract.SampleRecords.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What happens to a record of any object, what is said of it, and who follows it. */
@EveryDefinition
class TimelineContractTest {

    private static final TestTenant TENANT = AddedToCompany.freshTenant();
    private static final TestClient ADMIN = TENANT.administrator();
    private static final TestClient COLLEAGUE = TENANT.person("colleague");
    private static final SampleRecords RECORDS = new SampleRecords(ADMIN);

    private final ObjectType type;
    private final TestAnswer record;
    private final String path;

    TimelineContractTest(ObjectType type) {
        this.type = type;
        this.record = RECORDS.create(type);
        this.path = path(type, record.id());
    }

    @BeforeEach
    void onlyWhatHasATimeline() {
        if (!type.can(Capability.TIMELINE)) {
            ADMIN.get(path + "/timeline").expect(404);
            ADMIN.post(path + "/comments", Map.of("body", "hello")).expect(404);
            ADMIN.post(path + "/follow", Map.of()).expect(404);
        }
        Assumptions.assumeTrue(type.can(Capability.TIMELINE));
    }

    @Test
    void changesAndCommentsStandInTheirOrder() {
        ADMIN.patch(path, 1, Map.of("externalId", "told " + record.id())).expect(200);
        String comment = comment(ADMIN, "Said of it");
        ADMIN.delete(path).expect(204);

        List<JsonNode> items = ADMIN.get(path + "/timeline").expect(200).items();

        assertThat(items).extracting(item -> item.get("kind").asString()).containsExactly("changes", "comments", "changes", "changes");
        assertThat(items.get(1).get("id").asString()).isEqualTo(comment);
        assertThat(items.get(1).get("body").asString()).isEqualTo("Said of it");
        assertThat(items.get(2).at("/changes/0/new").asString()).isEqualTo("told " + record.id());
        assertThat(items).allSatisfy(item -> {
            assertThat(item.at("/record/object").asString()).isEqualTo(type.path());
            assertThat(item.at("/record/id").asString()).isEqualTo(record.id());
            assertThat(item.at("/by/id").asString()).isEqualTo(ADMIN.person());
        });
        assertThat(ADMIN.get(path + "/timeline?kinds=comments").expect(200).items()).hasSize(1);
        assertThat(Objects.requireNonNull(ADMIN.get(path + "/timeline?kinds=nonsense").expect(400).error("kinds")).get("message").asString())
                .contains("changes", "comments");
        for (String page : List.of("nonsense", "+300000-01-01T00:00:00Z~" + record.id(), "-4800-01-01T00:00:00Z~" + record.id(), "2026-01-01T00:00:00Z~x")) {
            String made = Base64.getUrlEncoder().encodeToString(page.getBytes(StandardCharsets.UTF_8));
            ADMIN.get(path + "/timeline?page=" + made).expect(400);
            ADMIN.get("/api/v1/mentions?page=" + made).expect(400);
        }
        ADMIN.get(path + "/timeline?limit=0").expect(400);
        ADMIN.post(path + "/comments", Map.of("body", "on what is gone")).expect(404);
    }

    @Test
    void aCommentIsAnsweredChangedTakenAwayAndBroughtBack() {
        String comment = comment(ADMIN, "First");
        String one = path + "/comments/" + comment;
        String reply = ADMIN.post(path + "/comments", Map.of("body", "Second", "replyTo", comment)).expect(201).id();
        ADMIN.post(path + "/comments", Map.of("body", "Third", "replyTo", reply)).expect(201);

        assertThat(thread(comment)).containsExactly("Second", "Third");
        assertThat(ADMIN.put(one, Map.of("body", "First of all")).expect(200).text("/editedAt")).isNotBlank();
        assertThat(entry(comment).get("body").asString()).isEqualTo("First of all");

        ADMIN.delete(one).expect(204);
        assertThat(entry(comment).get("deleted").asBoolean()).as("the place of a comment that was answered").isTrue();
        assertThat(entry(comment).get("body").asString()).isEmpty();
        ADMIN.delete(one).expect(404);
        ADMIN.put(one, Map.of("body", "ghost")).expect(404);
        assertThat(ADMIN.post(one + "/restore", Map.of()).expect(200).text("/body")).isEqualTo("First of all");
        ADMIN.delete(path + "/comments/" + reply).expect(204);
        assertThat(thread(comment)).containsExactly("Third");
    }

    private List<String> thread(String comment) {
        return entry(comment).get("replies").valueStream().map(each -> each.get("body").asString()).toList();
    }

    private JsonNode entry(String comment) {
        return ADMIN.get(path + "/timeline").expect(200).items().stream()
                .filter(item -> item.get("id").asString().equals(comment))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsNoCommentIsRefusedBesideItsCause() {
        for (Object wrong : List.of("", "  \n ", "字".repeat(5001), "a\u0000b", 7, List.of("x"))) {
            JsonNode error = ADMIN.post(path + "/comments", Map.of("body", wrong)).expect(422).error("body");
            assertThat(Objects.requireNonNull(error).get("message").asString()).isNotBlank();
        }
        for (String wrong : List.of("nonsense", record.id())) {
            ADMIN.post(path + "/comments", Map.of("body", "x", "replyTo", wrong)).expect(422);
        }
        ADMIN.post(path + "/comments", Map.of("body", "@[" + record.id().replace('7', '8') + "] who?")).expect(422);
        assertThat(ADMIN.get(path + "/timeline?kinds=comments").expect(200).items()).isEmpty();
    }

    @Test
    void aCommentSentTwiceUnderOneKeyIsOne() {
        TestClient once = ADMIN.with("Idempotency-Key", "comment " + record.id());

        String first = once.post(path + "/comments", Map.of("body", "Once")).expect(201).id();

        assertThat(once.post(path + "/comments", Map.of("body", "Once")).expect(201).id()).isEqualTo(first);
        assertThat(ADMIN.get(path + "/timeline?kinds=comments").expect(200).items()).hasSize(1);
    }

    @Test
    void whoMayNotSeeItIsNeitherAnsweredNorNamed() {
        if (type.owner() == null) {
            return;
        }
        comment(ADMIN, "For my eyes");

        COLLEAGUE.get(path + "/timeline").expect(404);
        COLLEAGUE.post(path + "/comments", Map.of("body", "hello")).expect(404);
        COLLEAGUE.post(path + "/follow", Map.of()).expect(404);
        COLLEAGUE.get(path + "/followers").expect(404);
        COLLEAGUE.post(path + "/seen", Map.of()).expect(404);
        JsonNode error = ADMIN.post(path + "/comments", Map.of("body", "@[" + COLLEAGUE.person() + "] look")).expect(422).error("body");
        assertThat(Objects.requireNonNull(error).get("message").asString()).contains("colleague");
        assertThat(COLLEAGUE.get("/api/v1/mentions").expect(200).content()).doesNotContain(record.id());
    }

    @Test
    void whoeverIsNamedFindsItAndFollows() {
        shared();
        String comment = comment(ADMIN, "@[" + COLLEAGUE.person() + "] please call them");

        JsonNode mention = mention(comment);
        assertThat(mention.get("unread").asBoolean()).isTrue();
        assertThat(mention.at("/record/id").asString()).isEqualTo(record.id());
        assertThat(mention.at("/mentions/0/title").asString()).isEqualTo("colleague");
        assertThat(COLLEAGUE.get("/api/v1/mentions").expect(200).at("/unread").asInt()).isPositive();
        assertThat(COLLEAGUE.get(path + "/followers").expect(200).at("/following").asBoolean()).isTrue();

        COLLEAGUE.post(path + "/seen", Map.of()).expect(204);
        assertThat(mention(comment).get("unread").asBoolean()).isFalse();
        COLLEAGUE.put(path + "/comments/" + comment, Map.of("body", "I never said")).expect(403);
        COLLEAGUE.delete(path + "/comments/" + comment).expect(403);
        String answer = COLLEAGUE.post(path + "/comments", Map.of("body", "Done", "replyTo", comment)).expect(201).id();
        assertThat(entry(comment).at("/replies/0/id").asString()).isEqualTo(answer);
        ADMIN.delete(path + "/comments/" + comment).expect(204);
        assertThat(COLLEAGUE.get("/api/v1/mentions").expect(200).content()).doesNotContain(comment);
    }

    private static JsonNode mention(String comment) {
        return COLLEAGUE.get("/api/v1/mentions").expect(200).items().stream()
                .filter(item -> item.get("id").asString().equals(comment))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatOthersDidIsNewsAndWhatOneDidOneselfIsNot() {
        shared();
        COLLEAGUE.post(path + "/follow", Map.of()).expect(204);
        COLLEAGUE.post(path + "/follow", Map.of()).expect(204);
        comment(COLLEAGUE, "Mine");
        assertThat(followed().get("news")).isEmpty();

        long version = ADMIN.get(path).expect(200).version();
        ADMIN.patch(path, version, Map.of("externalId", "news " + record.id())).expect(200);
        comment(ADMIN, "Theirs");

        assertThat(followed().at("/news/changes").asInt()).isEqualTo(1);
        assertThat(followed().at("/news/comments").asInt()).isEqualTo(1);
        assertThat(followed().get("latest").isString()).isTrue();
        COLLEAGUE.post(path + "/seen", Map.of()).expect(204);
        assertThat(followed().get("news")).isEmpty();
        COLLEAGUE.delete(path + "/follow").expect(204);
        assertThat(COLLEAGUE.get("/api/v1/followed").expect(200).content()).doesNotContain(record.id());
    }

    private JsonNode followed() {
        return COLLEAGUE.get("/api/v1/followed").expect(200).items().stream()
                .filter(item -> item.at("/record/id").asString().equals(record.id()))
                .findFirst()
                .orElseThrow();
    }

    /** The colleague sees it. */
    private void shared() {
        if (type.owner() != null) {
            ADMIN.patch(path, 1, Map.of("owner", Map.of("id", COLLEAGUE.person()))).expect(200);
        }
    }

    private String comment(TestClient by, String body) {
        return by.post(path + "/comments", Map.of("body", body)).expect(201).id();
    }
}
