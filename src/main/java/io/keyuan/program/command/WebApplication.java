package io.keyuan.program.command;

import io.keyuan.program.DataFolder;
import io.keyuan.program.Refusal;
import io.keyuan.program.database.DatabaseAddress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The Spring application: everything that answers requests. */
record WebApplication(ConfigurableApplicationContext context) implements AutoCloseable {
    private static final String DISK_FULL = "53100";

    /** What it runs on. */
    record Plan(DataFolder folder, StartOptions options, DatabaseAddress database, String control, String secretKey) {

        /** Settings that depend on how the program was started; the others are in {@code application.yaml}. */
        List<String> arguments() {
            List<String> arguments = new ArrayList<>(List.of(
                    "--server.address=" + options.host(),
                    "--server.port=" + options.port(),
                    "--keyuan.home=" + folder.path(),
                    "--keyuan.control.secret=" + control,
                    "--keyuan.secret-key=" + secretKey,
                    "--spring.servlet.multipart.location=" + folder.temporary(),
                    "--logging.file.name=" + folder.logs().resolve("keyuan.log")));
            arguments.addAll(options.exposure().arguments());
            options.managementPort().ifPresent(port -> arguments.addAll(metrics(options.exposure().managementHost(), port)));
            if (options.demo()) {
                arguments.add("--keyuan.demo=true");
            }
            return arguments;
        }

        /** Settings that have metrics served apart from what people use. */
        static List<String> metrics(String host, int port) {
            return List.of(
                    "--management.server.port=" + port,
                    "--management.server.address=" + host,
                    "--management.endpoints.web.base-path=/",
                    "--management.endpoint.prometheus.access=read-only",
                    "--management.endpoints.web.exposure.include=prometheus",
                    "--management.endpoints.web.path-mapping.prometheus=metrics");
        }
    }

    /** Starts it and returns when it answers. */
    static WebApplication start(Launch launch, Plan plan) {
        // Set by code, not by a hook of Spring's: the application has to stop before its database.
        var spring = new SpringApplication(launch.application());
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setRegisterShutdownHook(false);
        spring.addListeners(new AdministratorAnnouncement(launch.console()));
        spring.addListeners(new SampleCompanyAnnouncement(launch.console()));
        spring.addInitializers(context -> registerDatabase(context, plan.database()));
        try {
            return new WebApplication(spring.run(plan.arguments().toArray(String[]::new)));
        } catch (RuntimeException failure) {
            throw explained(failure, plan);
        }
    }

    int port() {
        var server = ((ServletWebServerApplicationContext) context).getWebServer();
        return server == null ? 0 : server.getPort();
    }

    @Override
    public void close() {
        context.close();
    }

    /** As a bean, since a password may hold what Spring would take for a placeholder in a property. */
    private static void registerDatabase(ConfigurableApplicationContext context, DatabaseAddress address) {
        ((GenericApplicationContext) context)
                .registerBean(JdbcConnectionDetails.class, () -> new Connection(address));
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

    private static Refusal explained(RuntimeException failure, Plan plan) {
        for (Throwable cause : causes(failure)) {
            if (cause instanceof PortInUseException taken) {
                return plan.options().address(taken.getPort()).unusable(taken);
            }
            if (cause instanceof SQLException refused && DISK_FULL.equals(refused.getSQLState())) {
                return Refusal.surroundings("The disk of the database is full; make room on it.", refused);
            }
        }
        return Refusal.failed("Keyuan could not start: " + firstLine(causes(failure).getLast()) + " (the whole story is in "
                + plan.folder().logs().resolve("keyuan.log") + ").", failure);
    }

    private static List<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).toList();
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString());
    }
}
