package io.keyuan;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Callers;
import io.keyuan.identity.account.PasswordCost;
import io.keyuan.program.database.DatabaseAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole program on a database, as one of perhaps several nodes. */
public final class TestNode implements AutoCloseable {

    private static final String PASSWORD = "correct horse battery";

    private final ConfigurableApplicationContext context;

    private TestNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param more classes whose beans it has beside the program's own */
    public static TestNode start(DatabaseAddress database, Class<?>... more) {
        return start(database, List.of(), more);
    }

    /** @param settings as they follow from how the program is started */
    public static TestNode start(DatabaseAddress database, List<String> settings, Class<?>... more) {
        var spring = new SpringApplicationBuilder(Keyuan.class)
                .sources(more)
                .web(WebApplicationType.SERVLET)
                .initializers(context -> {
                    var beans = (GenericApplicationContext) context;
                    beans.registerBean(JdbcConnectionDetails.class, () -> new Connection(database));
                    beans.registerBean(TypeExcludeFilter.class, RunningProgram.OnlyTheProgram::new);
                    beans.registerBean(PasswordCost.class, () -> RunningProgram.QUICK);
                });
        List<String> arguments = new ArrayList<>(
                List.of("--server.port=0", "--keyuan.admin-password=" + PASSWORD, "--keyuan.base-currency=USD",
                        // Tests make records alike as they please.
                        "--keyuan.duplicates.on-save=nothing"));
        arguments.addAll(settings);
        return new TestNode(spring.run(arguments.toArray(String[]::new)));
    }

    public <T> T get(Class<T> bean) {
        return context.getBean(bean);
    }

    public Object bean(String name) {
        return context.getBean(name);
    }

    public URI address() {
        var server = ((ServletWebServerApplicationContext) context).getWebServer();
        return URI.create("http://127.0.0.1:" + Objects.requireNonNull(server).getPort());
    }

    /** The first administrator, signed in on this node as in a browser. */
    public TestClient signedIn() {
        return signedIn("admin", PASSWORD);
    }

    public TestClient signedIn(String login, String password) {
        TestAnswer session = TestClient.of(address())
                .post("/api/v1/session", Map.of("login", login, "password", password))
                .expect(200);
        String cookie = session.header("Set-Cookie").split(";", 2)[0];
        return TestClient.of(address())
                .with("Cookie", cookie)
                .with("X-CSRF-Token", session.text("/csrfToken"))
                .as(session.text("/user/id"));
    }

    /** The same client, asking this node. */
    public TestClient asked(TestClient client) {
        return new TestClient(address(), client.headers(), client.person());
    }

    /** The first administrator. */
    public Caller administrator() {
        return caller("admin");
    }

    /** Whoever signs in with this login. */
    public Caller caller(String login) {
        var row = get(JdbcTemplate.class).queryForMap("select tenant_id, id from person where login = ?", login);
        UUID tenant = (UUID) Objects.requireNonNull(row.get("tenant_id"));
        UUID person = (UUID) Objects.requireNonNull(row.get("id"));
        return Objects.requireNonNull(get(Callers.class).of(tenant, person, Locale.ENGLISH));
    }

    /** Somebody not signed in. */
    public TestClient nobody() {
        return TestClient.of(address());
    }

    @Override
    public void close() {
        context.close();
    }

    private record Connection(DatabaseAddress address) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return address.url();
        }

        @Override
        public @Nullable String getUsername() {
            return address.user();
        }

        @Override
        public @Nullable String getPassword() {
            return address.password();
        }
    }
}
