package io.keyuan.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyuan.identity.IdentityApplication;
import io.keyuan.identity.tenant.Tenants;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
        classes = IdentityApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"keyuan.admin-password=seven quiet herons", "keyuan.control.secret=only-on-this-machine"})
class SessionsTest {

    private final Sessions sessions;
    private final Tenants tenants;
    private final DataSource database;
    private final Sessions.Opened opened;

    SessionsTest(@Autowired Sessions sessions, @Autowired Tenants tenants, @Autowired DataSource database) throws SQLException {
        this.sessions = sessions;
        this.tenants = tenants;
        this.database = database;
        this.opened = open();
        // That it is in use is noted in the background, once a minute: not while a test says when that was.
        await().atMost(Duration.ofMinutes(1)).until(this::isNoted);
    }

    private boolean isNoted() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select last_seen_at > created_at from session where id = ?")) {
            statement.setBytes(1, SecretHash.of(opened.secret()).bytes());
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private Sessions.Opened open() throws SQLException {
        return sessions.open(tenants.first().orElseThrow().id(), administrator(), null, "Browser ".repeat(100), "127.0.0.1");
    }

    private UUID administrator() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select id from person where login = 'admin'")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    @Test
    void aSessionInUseIsFound() {
        forget();

        assertThat(sessions.find(opened.secret())).map(Identity::person).contains(opened.identity().person());
    }

    @Test
    void aSessionNobodyUsedForHalfADayHasEnded() throws Exception {
        execute("update session set last_seen_at = now() - interval '12 hours 1 minute'");
        forget();

        assertThat(sessions.find(opened.secret())).isEmpty();
    }

    @Test
    void aSessionEndsAfterThirtyDaysHoweverMuchItIsUsed() throws Exception {
        execute("update session set created_at = created_at - interval '30 days', expires_at = expires_at - interval '30 days'");
        forget();

        assertThat(sessions.find(opened.secret())).isEmpty();
    }

    @Test
    void aDeletedPersonIsNobody() throws Exception {
        execute("update person set deleted_at = now() where login = 'admin'");
        forget();
        try {
            assertThat(sessions.find(opened.secret())).isEmpty();
        } finally {
            execute("update person set deleted_at = null where login = 'admin'");
        }
    }

    @Test
    void secretsAreStoredHashed() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select count(*) from session where id = sha256(?::bytea)")) {
            statement.setBytes(1, opened.secret().getBytes(StandardCharsets.US_ASCII));
            try (var row = statement.executeQuery()) {
                row.next();
                assertThat(row.getInt(1)).isEqualTo(1);
            }
        }
    }

    private void forget() {
        sessions.changed(SecretHash.of(opened.secret()));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
