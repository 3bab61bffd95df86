package io.keyuan;

import io.keyuan.engine.Ids;
import io.keyuan.identity.account.PasswordCost;
import io.keyuan.identity.tenant.CreateTenant;
import io.keyuan.identity.tenant.Tenant;
import io.keyuan.program.database.DatabaseAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * The whole program as it runs in production, over a database of its own, answering on a port of its own: started by the
 * first test that asks, shared by all of them, stopped with the test run. Each test class works in a {@linkplain
 * #freshTenant() tenant of its own}, so that none disturbs another.
 */
public final class RunningProgram {

    public static final String PASSWORD = "four grey lighthouses";

    /** Hundreds of people sign in, of whom none has anything to hide: what hashing costs in earnest was a quarter of all that screens cost. */
    static final PasswordCost QUICK = new PasswordCost(64, 1);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ConfigurableApplicationContext context;
    private final DatabaseAddress database;

    private RunningProgram(ConfigurableApplicationContext context, DatabaseAddress database) {
        this.context = context;
        this.database = database;
    }

    /** Starts when it is first asked for. */
    private static final class Shared {
        static final RunningProgram PROGRAM = start();
    }

    public static RunningProgram get() {
        return Shared.PROGRAM;
    }

    /** A company without a record but its administrator, who is signed in. */
    public static TestTenant freshTenant() {
        return get().tenant();
    }

    public URI address() {
        var server = ((ServletWebServerApplicationContext) context).getWebServer();
        return URI.create("http://127.0.0.1:" + Objects.requireNonNull(server).getPort());
    }

    /** For what no request tells. */
    public DatabaseAddress database() {
        return database;
    }

    /** For what can only be asked inside the program. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Of several of a type, the one of this name. */
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    private TestTenant tenant() {
        String slug = "company-" + NUMBER.incrementAndGet();
        var tenant = new Tenant(Ids.next(), slug, "公司 " + slug, "CNY", ZoneId.of("Asia/Shanghai"));
        // A login of its own: guesses are counted by login and address, and all tests come from one address.
        var administrator = bean(CreateTenant.class).create(tenant, "admin-" + slug, PASSWORD).orElseThrow();
        return new TestTenant(address(), tenant.id(), slug, administrator.login());
    }

    private static RunningProgram start() {
        DatabaseAddress database = TestDatabase.empty();
        var spring = new SpringApplication(Keyuan.class);
        spring.setRegisterShutdownHook(false);
        spring.addInitializers(context -> {
            var beans = (GenericApplicationContext) context;
            beans.registerBean(JdbcConnectionDetails.class, () -> new Details(database));
            beans.registerBean(TypeExcludeFilter.class, OnlyTheProgram::new);
            beans.registerBean(PasswordCost.class, () -> QUICK);
        });
        ConfigurableApplicationContext context = spring.run(
                "--server.address=127.0.0.1", "--server.port=0", "--keyuan.admin-password=" + PASSWORD,
                "--keyuan.home=" + TestFolders.of("running-program"), "--keyuan.demo-customers=300",
                // Tests make records alike as they please; those about duplicates say what their company wants.
                "--keyuan.duplicates.on-save=nothing",
                "--logging.level.root=warn");
        Runtime.getRuntime().addShutdownHook(new Thread(context::close));
        return new RunningProgram(context, database);
    }

    /** Tests lie in the packages of what they test; configurations of theirs are no part of the program. */
    static final class OnlyTheProgram extends TypeExcludeFilter {
        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
            return reader.getResource().getURL().getPath().contains("test-classes");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OnlyTheProgram;
        }

        @Override
        public int hashCode() {
            return OnlyTheProgram.class.hashCode();
        }
    }

    private record Details(DatabaseAddress address) implements JdbcConnectionDetails {
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
