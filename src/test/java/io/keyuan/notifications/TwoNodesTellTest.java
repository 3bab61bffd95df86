package io.keyuan.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.LiveStream;
import io.keyuan.TestAnswer;
import io.keyuan.TestClient;
import io.keyuan.TestDatabase;
import io.keyuan.TestNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people do at one node is told at the other, and once. */
class TwoNodesTellTest {

    private static final String KEY = "--keyuan.secret-key=one-key-for-both-nodes-of-this-test";
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String CHOSEN = "seven quiet herons";

    @Test
    void aWindowThereHearsOfWhatIsDoneHere() throws Exception {
        var database = TestDatabase.empty();
        try (var here = TestNode.start(database, List.of(KEY)); var there = TestNode.start(database, List.of(KEY))) {
            TestClient admin = here.signedIn();
            TestClient lin = there.asked(person(here, admin));
            TestAnswer customer = customer(admin, "远山科技", lin);
            var ofLin = new Inbox(lin);
            ofLin.await(item -> item.get("kind").asString().equals("assigned"));
            try (LiveStream window = LiveStream.of(lin)) {
                admin.post("/api/v1/customers/" + customer.id() + "/comments", Map.of("body", "@[" + lin.person() + "]")).expect(201);

                window.next("notifications");
            }
            assertThat(ofLin.of("mentioned")).hasSize(1);
            // Both nodes hear of every change, and each of them reads the log.
            int before = ofLin.unread();
            IntStream.range(0, 30).parallel().forEach(i -> customer(i % 2 == 0 ? admin : there.asked(admin), "客户 " + i, lin));
            await().atMost(LONG).until(() -> ofLin.unread() >= before + 30);
            admin.post("/api/v1/customers/" + customer(admin, "最后", lin).id() + "/comments", Map.of("body", "@[" + lin.person() + "]")).expect(201);
            await().atMost(LONG).until(() -> ofLin.unread() >= before + 32);
            assertThat(ofLin.unread()).isEqualTo(before + 32);
        }
    }

    private static TestAnswer customer(TestClient admin, String name, TestClient owner) {
        return admin.post("/api/v1/customers", Map.of("name", name, "owner", Map.of("id", owner.person()))).expect(201);
    }

    private static TestClient person(TestNode node, TestClient admin) {
        String id = admin.post("/api/v1/users", Map.of("name", "lin", "login", "lin")).expect(201).id();
        String once = admin.post("/api/v1/users/" + id + "/invite", Map.of()).expect(200).text("/password");
        node.signedIn("lin", once).put("/api/v1/session/password", Map.of("current", once, "password", CHOSEN)).expect(204);
        return node.signedIn("lin", CHOSEN);
    }
}
