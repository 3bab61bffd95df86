package io.keyuan.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.TestClient;
import io.keyuan.TestProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The program on a data folder, in a process of its own, started as often as it dies. */
final class Victim implements AutoCloseable {

    private static final String PASSWORD = "nine calm otters";
    private static final Map<String, String> ENVIRONMENT =
            Map.of("KEYUAN_ADMIN_PASSWORD", PASSWORD, "KEYUAN_DEMOCUSTOMERS", "1000", "KEYUAN_DUPLICATES_ONSAVE", "nothing");
    private static final int PATIENCE_SECONDS = 180;

    private final Path home;
    private @Nullable Process process;
    private @Nullable URI address;
    private @Nullable String token;

    Victim(Path home) {
        this.home = home.toAbsolutePath();
    }

    /** Starts it and returns when it answers. */
    void start(String... more) throws IOException {
        startWith(Map.of(), more);
    }

    /** @param settings by the names of environment variables, beside those it always has */
    void startWith(Map<String, String> settings, String... more) throws IOException {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.putAll(settings);
        List<String> words = new ArrayList<>(List.of("--port", "0", "--home", home.toString()));
        words.addAll(List.of(more));
        Process started = TestProcess.start(environment, Path.of("target", "crash-test.log"), words.toArray(String[]::new));
        process = started;
        String ready = started.inputReader().readLine();
        assertThat(ready).as("what it says when it starts").startsWith("READY ");
        address = URI.create(ready.substring("READY ".length()));
        if (token == null) {
            token = token();
        }
    }

    private String token() {
        var session = nobody().post("/api/v1/session", Map.of("login", "admin", "password", PASSWORD)).expect(200);
        return nobody()
                .with("Cookie", session.header("Set-Cookie").split(";", 2)[0])
                .with("X-CSRF-Token", session.text("/csrfToken"))
                .post("/api/v1/tokens", Map.of("name", "crash test"))
                .expect(201)
                .text("/token");
    }

    private TestClient nobody() {
        return TestClient.of(java.util.Objects.requireNonNull(address));
    }

    /** The administrator, with a token that outlives every crash. */
    TestClient client() {
        return nobody().with("Authorization", "Bearer " + token);
    }

    URI address() {
        return java.util.Objects.requireNonNull(address);
    }

    String bearer() {
        return "Bearer " + token;
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    // ---- ways to die ----

    void killProgram() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    void killDatabase() throws IOException {
        kill(postmaster());
    }

    /** One of the processes that serve connections; PostgreSQL ends all others and recovers. */
    void killBackend(Random random) throws IOException {
        List<ProcessHandle> backends = ProcessHandle.of(postmaster()).orElseThrow().children().filter(Victim::servesSomebody).toList();
        kill(backends.get(random.nextInt(backends.size())).pid());
    }

    private static boolean servesSomebody(ProcessHandle process) {
        String title = commandLine(process.pid());
        return title.contains("postgres: ") && title.contains("127.0.0.1");
    }

    /** @return what it ended with */
    int terminate() throws InterruptedException {
        running().toHandle().destroy();
        assertThat(running().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it stops when it is asked").isTrue();
        return running().exitValue();
    }

    private Process running() {
        return java.util.Objects.requireNonNull(process);
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("database").resolve("postmaster.pid")).getFirst().strip());
    }

    /** Processes of PostgreSQL that work in this data folder, whoever their parent is. */
    List<String> databaseProcesses() throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes.filter(path -> path.getFileName().toString().matches("\\d+"))
                    .filter(this::worksHere)
                    .map(path -> path.getFileName() + " " + commandLine(Long.parseLong(path.getFileName().toString())))
                    .toList();
        }
    }

    private boolean worksHere(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).startsWith(home.resolve("database"));
        } catch (IOException gone) {
            return false;
        }
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline")).replace('\0', ' ');
        } catch (IOException gone) {
            return "";
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (isRunning()) {
            terminate();
        }
    }
}
