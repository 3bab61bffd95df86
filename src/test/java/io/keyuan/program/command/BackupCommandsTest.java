package io.keyuan.program.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.Keyuan;
import io.keyuan.program.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A folder's life on the command line: two companies, a backup while people work and one while nobody does, and a new folder. */
@TestMethodOrder(OrderAnnotation.class)
class BackupCommandsTest {

    @TempDir
    private static Path folder = Path.of("");

    private static @Nullable ProgramProcess running;

    @BeforeAll
    static void startTheProgram() throws IOException {
        running = ProgramProcess.start(Keyuan.class, folder.resolve("data"));
    }

    @AfterAll
    static void stopTheProgram() throws IOException {
        if (running != null) {
            running.close();
        }
    }

    @Test
    @Order(1)
    void aSecondCompanyBeginsWithAnAdministratorOfItsOwn() {
        Typed made = type("data", "tenant", "create", "willow", "--name", "柳岸", "--json");
        assertThat(made.code()).as(made.remarks()).isEqualTo(ExitCode.DONE);
        JsonNode administrator = json(made);
        assertThat(administrator.get("tenant").asString()).isEqualTo("willow");
        assertThat(administrator.get("login").asString()).isEqualTo("admin");
        assertThat(administrator.get("password").asString()).isNotBlank();

        Typed again = type("data", "tenant", "create", "willow", "--name", "柳岸");
        assertThat(again).isEqualTo(new Typed(ExitCode.FAILED, "", "keyuan: There is a company willow already.\n"));
        assertThat(type("data", "tenant", "create", "Willow!", "--name", "x").code()).isEqualTo(ExitCode.USAGE);
        assertThat(type("data", "tenant", "create", "elm").code()).isEqualTo(ExitCode.USAGE);
        assertThat(type("data", "token", "admin", "--tenant", "willow").output()).startsWith("ky_");
        assertThat(type("data", "token", "admin", "--tenant", "nobody").remarks()).contains("no company nobody");
    }

    @Test
    @Order(2)
    void aBackupIsTakenWhileTheProgramRuns() {
        Typed taken = type("data", "backup", path("running.keyuan.gz"), "--json");

        assertThat(taken.code()).as(taken.remarks()).isEqualTo(ExitCode.DONE);
        JsonNode report = json(taken);
        assertThat(report.get("tenants").valueStream().map(JsonNode::asString)).containsExactly("keyuan", "willow");
        assertThat(report.get("rows").asLong()).isPositive();
        assertThat(folder.resolve("running.keyuan.gz")).isRegularFile();
        assertThat(folder.resolve("running.keyuan.gz.unfinished")).doesNotExist();
    }

    @Test
    @Order(2)
    void theTrailIsVerifiedWhileTheProgramRuns() {
        Typed verified = type("data", "audit", "verify", "--json");

        assertThat(verified.code()).as(verified.remarks()).isEqualTo(ExitCode.DONE);
        assertThat(json(verified).get("intact").asBoolean()).isTrue();
        assertThat(type("data", "audit", "verify", "--tenant", "willow").code()).isEqualTo(ExitCode.DONE);
        assertThat(type("data", "audit", "verify", "--tenant", "nobody").remarks()).contains("no company nobody");
    }

    @Test
    @Order(2)
    void whatIsSetUpIsWrittenComparedAndAppliedWhileTheProgramRuns() throws Exception {
        assertThat(type("data", "configuration", "export", path("here.yaml")).output()).contains("here.yaml");
        assertThat(folder.resolve("here.yaml")).content().startsWith("keyuan: 1").contains("sign-in:");
        assertThat(type("data", "configuration", "compare", path("here.yaml")).output()).isEqualTo("Everything is as the file says.\n");

        Files.writeString(folder.resolve("other.yaml"), "keyuan: 1\nsign-in:\n  settings: {idleMinutes: 45}\n");
        Typed seen = type("data", "configuration", "compare", path("other.yaml"), "--tenant", "willow");
        assertThat(seen.output()).contains("~ sign-in settings").contains("-> 45");
        assertThat(type("data", "configuration", "apply", path("other.yaml"), "--tenant", "willow")).isEqualTo(seen);
        assertThat(type("data", "configuration", "compare", path("other.yaml"), "--tenant", "willow").output()).isEqualTo("Everything is as the file says.\n");

        Files.writeString(folder.resolve("wrong.yaml"), "keyuan: 1\nsign-in:\n  settings: {idleMinutes: 1}\n");
        Typed refused = type("data", "configuration", "apply", path("wrong.yaml"));
        assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.output()).startsWith("! sign-in settings\n    idleMinutes ");
        assertThat(type("data", "configuration", "apply", path("nothing.yaml")).code()).isEqualTo(ExitCode.USAGE);
        assertThat(type("data", "configuration", "burn", path("here.yaml")).code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    @Order(3)
    void nothingIsRestoredOverARunningProgramsData() {
        Typed refused = type("data", "restore", path("running.keyuan.gz"));

        assertThat(refused.code()).isEqualTo(ExitCode.SURROUNDINGS);
        assertThat(refused.remarks().lines().toList().getLast()).contains("data here already");
    }

    @Test
    @Order(4)
    void aBackupIsTakenAndRestoredWhileNoneRuns() throws Exception {
        stopTheProgram();
        running = null;

        Typed taken = type("data", "backup", path("stopped.keyuan.gz"), "--tenant", "willow", "--json");
        assertThat(taken.code()).as(taken.remarks()).isEqualTo(ExitCode.DONE);
        assertThat(json(taken).get("tenants").valueStream().map(JsonNode::asString)).containsExactly("willow");

        Typed restored = type("copy", "restore", path("running.keyuan.gz"), "--tenant", "keyuan", "--json");
        assertThat(restored.code()).as(restored.remarks()).isEqualTo(ExitCode.DONE);
        assertThat(json(restored).get("tenants").valueStream().map(JsonNode::asString)).containsExactly("keyuan");
        Typed second = type("copy", "restore", path("stopped.keyuan.gz"), "--tenant", "willow");
        assertThat(second.code()).as(second.remarks()).isEqualTo(ExitCode.DONE);
        assertThat(second.output()).contains("willow");
        assertThat(json(type("copy", "backup", path("copy.keyuan.gz"), "--json")).get("tenants").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("keyuan", "willow");
    }

    @Test
    @Order(5)
    void theTrailOfACopyIsVerifiedWhileNoneRuns() throws Exception {
        Typed whole = Typed.words(Keyuan.class, "audit", "verify", "--json", "--home=" + folder.resolve("copy"));
        assertThat(whole.code()).as(whole.remarks()).isEqualTo(ExitCode.DONE);
        String hash = json(whole).at("/last/hash").asString();
        String plain = Typed.words(Keyuan.class, "audit", "verify", "--since", hash, "--home=" + folder.resolve("copy")).output();
        assertThat(plain).contains("are as they were sealed");

        try (var database = io.keyuan.program.database.EmbeddedDatabase.start(folder.resolve("copy"), line -> {});
                var connection = database.address().connect()) {
            connection.createStatement().executeUpdate("update audit_event set actor = gen_random_uuid()");
        }

        Typed broken = Typed.words(Keyuan.class, "audit", "verify", "--home=" + folder.resolve("copy"));
        assertThat(broken.code()).as(broken.remarks()).isEqualTo(ExitCode.FAILED);
        assertThat(broken.output()).contains("not as it was sealed", "block 1", "a row was changed");
    }

    @Test
    @Order(6)
    void whatCannotBeIsToldInASentenceAndLeavesNothing() throws Exception {
        Path broken = folder.resolve("broken.keyuan.gz");
        byte[] whole = Files.readAllBytes(folder.resolve("running.keyuan.gz"));
        Files.write(broken, Arrays.copyOf(whole, whole.length / 2));

        refused(type("new", "restore", broken.toString()), "ends before its end");
        refused(type("new", "restore", path("nowhere.gz")), "there is no");
        refused(type("new", "backup", path("x.gz")), "There is no data");
        refused(type("copy", "backup", folder.toString()), "cannot be written");
        refused(type("copy", "backup", path("x.gz"), "--tenant", "nobody"), "no company nobody");
        assertThat(folder.resolve("new")).doesNotExist();
        assertThat(folder.resolve("x.gz")).doesNotExist();
        assertThat(type("copy", "backup").code()).isEqualTo(ExitCode.USAGE);
    }

    private static void refused(Typed typed, String words) {
        assertThat(typed.code()).as(typed.remarks()).isEqualTo(ExitCode.SURROUNDINGS);
        List<String> remarks = typed.remarks().lines().toList();
        assertThat(remarks.getLast()).startsWith("keyuan: ").contains(words);
        assertThat(typed.output()).isEmpty();
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    private static JsonNode json(Typed typed) {
        return Objects.requireNonNull(JsonMapper.shared().readTree(typed.output()));
    }

    private static Typed type(String home, String... words) {
        String[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = "--home=" + folder.resolve(home);
        return Typed.words(all);
    }
}
