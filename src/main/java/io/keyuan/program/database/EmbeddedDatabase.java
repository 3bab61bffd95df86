package io.keyuan.program.database;

import io.keyuan.program.Refusal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The PostgreSQL inside a data folder, running from {@link #start} to {@link #close}. Should its process be killed in
 * between, it is started again on the same port and recovers.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private final PostgresServer server;
    private final DatabaseAccess access;

    private EmbeddedDatabase(PostgresServer server, DatabaseAccess access) {
        this.server = server;
        this.access = access;
    }

    /**
     * Starts the database of a data folder, creating it the first time, and waits for as long as recovery after a crash
     * takes. An answered commit has reached the disk.
     *
     * @param home the data folder; the caller holds its lock
     * @param progress hears one plain line per step that takes time
     * @throws Refusal when PostgreSQL cannot run here
     */
    public static EmbeddedDatabase start(Path home, Consumer<String> progress) {
        return start(home, ServerSettings.durable(memory()), progress);
    }

    static EmbeddedDatabase start(Path home, ServerSettings settings, Consumer<String> progress) {
        return start(home, settings, ServerAccount.choose(), progress);
    }

    static EmbeddedDatabase start(
            Path home, ServerSettings settings, ServerAccount account, Consumer<String> progress) {
        try {
            Path folder = Files.createDirectories(home).toRealPath();
            DatabaseSecrets secrets = DatabaseSecrets.in(Files.createDirectories(folder.resolve("secrets")));
            PostgresServer server = prepare(folder, settings, account, secrets, progress);
            return open(server, new DatabaseAccess(server, secrets));
        } catch (IOException failure) {
            throw Refusal.surroundings(
                    "The database in " + home + " could not be started: " + failure.getMessage(), failure);
        }
    }

    private static PostgresServer prepare(
            Path home, ServerSettings settings, ServerAccount account, DatabaseSecrets secrets,
            Consumer<String> progress) throws IOException {
        PostgresBinaries binaries = PostgresBinaries.in(home.resolve("postgresql"), progress);
        Cluster cluster = Cluster.in(home);
        cluster.create(binaries, account, secrets.superuser(), progress);
        var port = new LoopbackPort(Files.createDirectories(home.resolve("run")).resolve("database.port"));
        return new PostgresServer(
                new ServerControl(binaries, cluster, account), settings, port, home.resolve("logs"), progress);
    }

    private static EmbeddedDatabase open(PostgresServer server, DatabaseAccess access) throws IOException {
        try {
            server.start(access);
            return new EmbeddedDatabase(server, access);
        } catch (IOException | RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    /**
     * How to sign in to the database that a running program holds.
     *
     * @param home the program's data folder
     */
    public static DatabaseAddress running(Path home) {
        try {
            var port = new LoopbackPort(home.resolve("run").resolve("database.port"));
            return DatabaseAccess.owner(port.remembered(), DatabaseSecrets.in(home.resolve("secrets")));
        } catch (IOException unreadable) {
            throw Refusal.surroundings("The data folder " + home + " cannot be read; use the account that runs"
                    + " Keyuan.", unreadable);
        }
    }

    /** How the program signs in: an ordinary role that owns the database {@code keyuan} and nothing else. */
    public DatabaseAddress address() {
        return access.owner();
    }

    /** For upkeep only: the role that may do everything. */
    DatabaseAddress superuserAddress() {
        return access.superuser();
    }

    /** The number of the server's main process. */
    long pid() {
        return server.pid();
    }

    /** Stops the server after rolling back what is open; returns when it has ended. */
    @Override
    public void close() {
        server.close();
    }

    private static long memory() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return system.getTotalMemorySize();
    }
}
