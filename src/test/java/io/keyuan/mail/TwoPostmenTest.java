package io.keyuan.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.TestDatabase;
import io.keyuan.TestNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes deliver the letters of one company. */
class TwoPostmenTest {

    private static final String KEY = "--keyuan.secret-key=one-key-for-both-nodes-of-this-test";
    private static final int EACH = 40;

    @Test
    void noLetterGoesTwiceAndNoneIsLeft() {
        var database = TestDatabase.empty();
        try (var server = MailServerOfTests.start();
                var here = TestNode.start(database, List.of(KEY));
                var there = TestNode.start(database, List.of(KEY))) {
            server.of(here.signedIn());
            List.of(here, there).parallelStream().forEach(TwoPostmenTest::write);

            var sql = here.get(JdbcTemplate.class);
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() ->
                    assertThat(sql.queryForObject("select count(*) from mail_letter where state <> 'sent'", Integer.class)).isZero());
            assertThat(server.letters()).hasSize(2 * EACH);
            assertThat(sql.queryForObject("select max(attempts) from mail_letter", Integer.class)).isEqualTo(1);
        }
    }

    private static void write(TestNode node) {
        node.administrator().run(() -> {
            for (int i = 0; i < EACH; i++) {
                node.get(TransactionTemplate.class).executeWithoutResult(status ->
                        node.get(Post.class).send(new Letter(new Mailbox("lin@example.com", null), "letter", "text")));
            }
        });
    }
}
