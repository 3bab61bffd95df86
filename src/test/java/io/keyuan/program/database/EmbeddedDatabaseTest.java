package io.keyuan.program.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    /** Unpacking is the slowest step and the same for every test but its own. */
    private static final Path UNPACKED = Path.of("target", "test-postgresql").toAbsolutePath();

    private final List<EmbeddedDatabase> started = new ArrayList<>();
    private Path home = Path.of("");

    @BeforeAll
    static void unpackOnce() throws Exception {
        PostgresBinaries.in(UNPACKED, line -> {});
    }

    @BeforeEach
    void placeTheDataFolder(@TempDir Path folder) throws Exception {
        // A folder name with a space and a quote, as people have them.
        home = Files.createDirectory(folder.resolve("it's the data"));
        Files.createSymbolicLink(home.resolve("postgresql"), UNPACKED);
    }

    @AfterEach
    void stopWhatIsRunning() throws Exception {
        started.forEach(EmbeddedDatabase::close);
        if (Files.isSymbolicLink(home.resolve("postgresql"))) {
            Files.delete(home.resolve("postgresql"));
        }
    }

    @Test
    void dataIsKeptFromOneStartToTheNext() throws Exception {
        EmbeddedDatabase first = start();
        execute(first, "CREATE TABLE kept (word text)");
        execute(first, "INSERT INTO kept VALUES ('客缘')");
        first.close();

        assertThat(query(start(), "SELECT word FROM kept")).isEqualTo("客缘");
    }

    @Test
    void settingsAreSafeAndTheProgramsRoleIsAnOrdinaryOne() throws Exception {
        EmbeddedDatabase database = start();

        assertThat(query(database, "SHOW fsync")).isEqualTo("on");
        assertThat(query(database, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(query(database, "SHOW full_page_writes")).isEqualTo("on");
        assertThat(query(database, "SHOW data_checksums")).isEqualTo("on");
        assertThat(query(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(query(database, "SHOW server_encoding")).isEqualTo("UTF8");
        assertThat(query(database, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).isEqualTo("f");
        assertThat(query(database, "SELECT lower('ÄÖ')")).isEqualTo("äö");
        assertThat(query(database, "SHOW server_version")).isEqualTo(PostgresBinaries.VERSION);
    }

    @Test
    void aConfigurationFileCannotTurnDurabilityOff() throws Exception {
        EmbeddedDatabase first = start();
        try (var superuser = first.superuserAddress().connect(); var statement = superuser.createStatement()) {
            statement.execute("ALTER SYSTEM SET fsync = off");
        }
        first.close();

        assertThat(query(start(), "SHOW fsync")).isEqualTo("on");
    }

    @Test
    void nobodyGetsInWithoutThePassword() {
        DatabaseAddress address = start().address();

        assertThatThrownBy(() -> new DatabaseAddress(address.url(), address.user(), "guess").connect())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void passwordsAreReadableByTheOwnerOnly() throws Exception {
        start();

        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(home.resolve("secrets").resolve("database"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aServerThatIsKilledComesBackWithEveryAnsweredCommit() throws Exception {
        EmbeddedDatabase database = start();
        execute(database, "CREATE TABLE kept AS SELECT 'answered' AS word");
        long killed = database.pid();

        ProcessHandle.of(killed).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(() ->
                assertThat(query(database, "SELECT word FROM kept")).isEqualTo("answered"));
        assertThat(database.pid()).isNotEqualTo(killed);
    }

    @Test
    void aServerThatCannotRecoverIsTriedAgainUntilItCan() throws Exception {
        EmbeddedDatabase database = start();
        execute(database, "CREATE TABLE kept AS SELECT 'answered' AS word");
        Path needed = home.resolve("database").resolve("global").resolve("pg_control");
        Path hidden = home.resolve("hidden");
        Path log = home.resolve("logs").resolve("postgresql.log");

        Files.move(needed, hidden);
        ProcessHandle.of(database.pid()).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofMinutes(1)).until(() -> Files.readString(log).contains("pg_control"));
        Files.move(hidden, needed);

        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(() ->
                assertThat(query(database, "SELECT word FROM kept")).isEqualTo("answered"));
    }

    @Test
    void aServerThatOutlivedItsProgramIsStoppedByTheNextStart() throws Exception {
        start().close();
        Process orphan = startWithoutProgram();

        assertThat(query(start(), "SELECT 1")).isEqualTo("1");
        assertThat(orphan.isAlive()).isFalse();
    }

    @Test
    void aPidFileWhoseNumberNowBelongsToSomeoneElseIsNoObstacle() throws Exception {
        start().close();
        long someoneElse = ProcessHandle.current().pid();
        Files.writeString(home.resolve("database").resolve("postmaster.pid"),
                someoneElse + "\n" + home.resolve("database") + "\n1795339633\n5432\n\n127.0.0.1\n");

        assertThat(query(start(), "SELECT 1")).isEqualTo("1");
    }

    @Test
    void aTakenPortIsReplacedByAnother() throws Exception {
        EmbeddedDatabase first = start();
        String url = first.address().url();
        first.close();

        try (var taken = new java.net.ServerSocket(portOf(url), 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            assertThat(start().address().url()).isNotEqualTo(url).doesNotContain(":" + taken.getLocalPort() + "/");
        }
    }

    @Test
    void anInterruptedUnpackingOrCreationIsDoneOver() throws Exception {
        Files.delete(home.resolve("postgresql"));
        Files.createDirectories(home.resolve("postgresql").resolve("18.6.unfinished").resolve("bin"));
        Files.createDirectories(home.resolve("database.unfinished").resolve("cluster").resolve("base"));

        assertThat(query(start(), "SELECT 1")).isEqualTo("1");
        assertThat(home.resolve("database.unfinished")).doesNotExist();
    }

    private EmbeddedDatabase start() {
        EmbeddedDatabase database = EmbeddedDatabase.start(home, line -> {});
        started.add(database);
        return database;
    }

    private Process startWithoutProgram() throws Exception {
        var control = new ServerControl(
                PostgresBinaries.in(home.resolve("postgresql"), line -> {}), Cluster.in(home), ServerAccount.choose());
        int port = Integer.parseInt(Files.readString(home.resolve("run").resolve("database.port")));
        Process process = control.start(port, ServerSettings.durable(1L << 30), ServerLog.in(home.resolve("logs")));
        await().atMost(Duration.ofMinutes(1)).until(() -> !LoopbackPort.free(port));
        return process;
    }

    private static int portOf(String url) {
        return Integer.parseInt(url.replaceFirst(".*:(\\d+)/.*", "$1"));
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = database.address().connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = database.address().connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }
}
