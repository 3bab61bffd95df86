package io.keyuan.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.LiveStream;
import io.keyuan.RunningProgram;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestTenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people are told, as they see it in the app. */
class NotificationsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final TestTenant company = RunningProgram.freshTenant();
    private final TestClient admin = company.administrator();
    private final TestClient lin = company.person("lin");
    private final Inbox ofLin = new Inbox(lin);
    private final Inbox ofAdmin = new Inbox(admin);
    private final String boss = admin.get("/api/v1/users/" + admin.person()).expect(200).text("/name");

    private TestAnswer customer(String name, TestClient owner) {
        return admin.post("/api/v1/customers", Map.of("name", name, "owner", Map.of("id", owner.person()))).expect(201);
    }

    private TestAnswer comment(TestClient author, TestAnswer customer, Map<String, Object> said) {
        return author.post("/api/v1/customers/" + customer.id() + "/comments", said).expect(201);
    }

    @Test
    void whoeverIsMentionedIsToldAndReadsIt() {
        TestAnswer customer = customer("远山科技", lin);
        comment(admin, customer, Map.of("body", "@[" + lin.person() + "] 请联系 and @[" + admin.person() + "]"));

        JsonNode told = ofLin.await(boss + " mentioned you in 远山科技");
        assertThat(told.at("/record/id").asString()).isEqualTo(customer.id());
        assertThat(told.get("path").asString()).isEqualTo("/customers/" + customer.id());
        assertThat(told.at("/by/title").asString()).isEqualTo(boss);
        assertThat(told.get("unread").asBoolean()).isTrue();
        assertThat(ofAdmin.of("mentioned")).as("nobody is told what they did themselves").isEmpty();

        int before = ofLin.unread();
        ofLin.read(told);
        assertThat(ofLin.unread()).isEqualTo(before - 1);
        assertThat(lin.get("/api/v1/notifications?unread=true").expect(200).content()).doesNotContain(told.get("id").asString());
        ofLin.readAll();
        assertThat(ofLin.unread()).isZero();
    }

    @Test
    void whoeverIsAnsweredIsToldOnce() {
        TestAnswer customer = customer("回复客户", lin);
        TestAnswer first = comment(lin, customer, Map.of("body", "谁去拜访？"));

        comment(admin, customer, Map.of("body", "我去 @[" + lin.person() + "]", "replyTo", first.id()));
        comment(admin, customer, Map.of("body", "周四", "replyTo", first.id()));

        ofLin.await(boss + " replied to you in 回复客户");
        assertThat(ofLin.of("mentioned")).hasSize(1);
        assertThat(ofLin.of("replied")).hasSize(1);
        assertThat(ofLin.of("followed")).as("they heard already").isEmpty();
    }

    @Test
    void whatOneFollowsComesUpAgainWhenItChanges() {
        TestAnswer customer = customer("被关注的客户", lin);
        admin.post("/api/v1/customers/" + customer.id() + "/follow", Map.of()).expect(204);

        TestAnswer changed = lin.patch("/api/v1/customers/" + customer.id(), customer.version(), Map.of("remarks", "一")).expect(200);
        JsonNode told = ofAdmin.await("lin changed 被关注的客户");
        ofAdmin.read(told);
        lin.patch("/api/v1/customers/" + customer.id(), changed.version(), Map.of("remarks", "二")).expect(200);

        JsonNode again = ofAdmin.await(item -> item.get("kind").asString().equals("followed") && item.get("unread").asBoolean());
        assertThat(again.get("id")).isEqualTo(told.get("id"));
        assertThat(ofAdmin.of("followed")).hasSize(1);
        comment(lin, customer, Map.of("body", "说一句"));
        ofAdmin.await("lin commented on 被关注的客户");
    }

    @Test
    void whatIsAddedToWhatOneFollowsIsToldWithIt() {
        TestAnswer customer = customer("被关注的客户", lin);
        admin.post("/api/v1/customers/" + customer.id() + "/follow", Map.of()).expect(204);

        String task = lin.post("/api/v1/tasks", Map.of("title", "回访", "customer", Map.of("id", customer.id()))).expect(201).id();

        JsonNode told = ofAdmin.await("lin added 回访 to 被关注的客户");
        assertThat(told.get("kind").asString()).isEqualTo("followed");
        assertThat(told.get("path").asString()).isEqualTo("/tasks/" + task);
        assertThat(ofLin.of("followed")).as("nobody is told what they did themselves").isEmpty();
        lin.post("/api/v1/tasks", Map.of("title", "报价", "customer", Map.of("id", customer.id()))).expect(201);
        ofAdmin.await("lin added 2 Tasks to 被关注的客户");
        assertThat(ofAdmin.of("followed")).hasSize(1);
    }

    @Test
    void whoeverMayNotSeeWhatIsAddedIsNotTold() {
        TestAnswer customer = customer("共享的客户", admin);
        admin.post("/api/v1/customers/" + customer.id() + "/shares", Map.of("to", Map.of("id", lin.person()), "along", false)).expect(204);
        lin.post("/api/v1/customers/" + customer.id() + "/follow", Map.of()).expect(204);

        admin.post("/api/v1/tasks", Map.of("title", "机密任务", "customer", Map.of("id", customer.id()))).expect(201);
        customer("看得见的", lin);

        ofLin.await(boss + " assigned 看得见的 to you");
        assertThat(ofLin.of("followed")).isEmpty();
    }

    @Test
    void manyEntriesAtOnceAreOneNotice() {
        TestAnswer customer = customer("导入的客户", lin);
        admin.post("/api/v1/customers/" + customer.id() + "/follow", Map.of()).expect(204);
        List<Map<String, Object>> many = IntStream.range(0, 200)
                .mapToObj(i -> Map.<String, Object>of("title", "任务 " + i, "customer", Map.of("id", customer.id())))
                .toList();

        lin.post("/api/v1/tasks/batch", Map.of("create", many)).expect(200);

        ofAdmin.await("lin added 200 Tasks to what you follow");
        assertThat(ofAdmin.of("followed")).hasSize(1);
    }

    @Test
    void whoeverIsGivenRecordsIsToldHowMany() {
        List<Map<String, Object>> many = IntStream.range(0, 500)
                .mapToObj(i -> Map.<String, Object>of("name", "批量客户 " + i, "owner", Map.of("id", lin.person())))
                .toList();
        customer("单独客户", lin);
        admin.post("/api/v1/customers/batch", Map.of("create", many)).expect(200);

        ofLin.await(boss + " assigned 单独客户 to you");
        JsonNode told = ofLin.await(boss + " assigned 500 Customers to you");
        assertThat(told.get("count").asInt()).isEqualTo(500);
        assertThat(ofLin.of("assigned")).as("not five hundred").hasSize(2);
        lin.post("/api/v1/customers", Map.of("name", "自己的")).expect(201);
        customer("最后一个", lin);
        ofLin.await(boss + " assigned 最后一个 to you");
        assertThat(ofLin.texts()).noneMatch(text -> text.contains("自己的"));
    }

    @Test
    void whatOneMayNoLongerSeeIsNotNamed() {
        TestAnswer customer = customer("机密客户", lin);
        comment(admin, customer, Map.of("body", "@[" + lin.person() + "]"));
        ofLin.await(boss + " mentioned you in 机密客户");

        TestAnswer taken = admin.patch(
                "/api/v1/customers/" + customer.id(), customer.version(), Map.of("owner", Map.of("id", admin.person()))).expect(200);

        TestAnswer look = ofLin.look();
        assertThat(look.content()).doesNotContain("机密客户").doesNotContain(customer.id());
        assertThat(ofLin.texts()).contains(boss + " mentioned you in something you may no longer see");
        // They still follow it; what happens to it now is not theirs to know.
        int before = ofLin.items().size();
        admin.patch("/api/v1/customers/" + customer.id(), taken.version(), Map.of("remarks", "x")).expect(200);
        customer("看得见的", lin);
        ofLin.await(boss + " assigned 看得见的 to you");
        assertThat(ofLin.items()).hasSize(before + 1);
    }

    @Test
    void theEndOfOnesLongWorkIsTold() {
        String job = admin.post("/api/v1/backups", Map.of()).expect(202).id();

        JsonNode told = ofAdmin.await(item -> item.get("kind").asString().equals("job"));
        assertThat(told.get("text").asString()).startsWith("Done: Backup");
        assertThat(told.get("path").asString()).isEqualTo("/jobs/" + job);
    }

    @Test
    void whateverConcernsOnesAccountIsTold() {
        JsonNode told = ofLin.look().items().getFirst();

        assertThat(told.get("kind").asString()).isEqualTo("security");
        assertThat(told.get("text").asString()).isEqualTo("Your password was changed");
    }

    @Test
    void whoeverIsGivenAShareIsTold() {
        TestAnswer customer = customer("共享的客户", admin);
        Map<String, Object> share = Map.of("to", Map.of("id", lin.person()));

        admin.post("/api/v1/customers/" + customer.id() + "/shares", share).expect(204);

        JsonNode told = ofLin.await(boss + " shared 共享的客户 with you");
        assertThat(told.at("/record/id").asString()).isEqualTo(customer.id());
    }

    @Test
    void openWindowsHearOfIt() throws Exception {
        TestAnswer customer = customer("直播客户", lin);
        ofLin.await(boss + " assigned 直播客户 to you");
        try (LiveStream window = LiveStream.of(lin)) {
            comment(admin, customer, Map.of("body", "@[" + lin.person() + "]"));

            window.next("notifications");
            assertThat(ofLin.texts()).contains(boss + " mentioned you in 直播客户");
        }
    }

    @Test
    void pagesGoOnWhereTheOneBeforeEnded() {
        // And what they were told of their password.
        IntStream.range(0, 24).forEach(i -> customer("第 " + i, lin));
        await().atMost(LONG).until(() -> ofLin.unread() == 25);

        TestAnswer first = ofLin.look();
        TestAnswer second = lin.get("/api/v1/notifications?page=" + TestClient.encoded(String.valueOf(first.next()))).expect(200);

        assertThat(first.items()).hasSize(20);
        assertThat(second.items()).hasSize(5).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
        lin.get("/api/v1/notifications?page=nonsense").expect(400);
        lin.post("/api/v1/notifications/read", Map.of()).expect(422);
        lin.send("POST", "/api/v1/notifications/read", "{\"ids\":[\"nonsense\"]}").expect(400);
        lin.send("POST", "/api/v1/notifications/read", "{\"ids\":[null]}").expect(204);
    }

    @Test
    void nobodyReadsForAnother() {
        customer("某客户", lin);
        JsonNode told = ofLin.await(boss + " assigned 某客户 to you");

        int before = ofLin.unread();
        ofAdmin.read(told);
        ofAdmin.readAll();

        assertThat(ofLin.unread()).isEqualTo(before);
        assertThat(ofAdmin.items()).noneMatch(item -> item.get("id").equals(told.get("id")));
    }

    @Test
    void whatIsSwitchedOffIsNotTold() {
        lin.put("/api/v1/notifications/preferences", Map.of("kinds", Map.of("assigned", Map.of("app", false, "mail", "off")))).expect(200);

        TestAnswer customer = customer("不说的客户", lin);
        comment(admin, customer, Map.of("body", "@[" + lin.person() + "]"));
        customer("也不说", lin);

        ofLin.await(boss + " mentioned you in 不说的客户");
        assertThat(ofLin.of("assigned")).isEmpty();
    }
}
