package io.keyuan.program.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.program.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Commands that talk to the program running on their data folder. */
class ProgramCommandsTest {
    private Path home = Path.of("");
    private Path file = Path.of("");
    private @Nullable StubProgram running;

    @BeforeEach
    void startTheProgram(@TempDir Path folder) throws Exception {
        home = folder.resolve("data");
        file = Files.writeString(folder.resolve("顾客 list.csv"), "name\n客缘\n");
        running = new StubProgram(home);
    }

    @AfterEach
    void stopTheProgram() {
        program().close();
    }

    @Test
    void aTokenIsAllThatReachesStandardOutput() {
        program().answers("POST /api/v1/control/token", "{\"token\":\"ky_1\"}");

        Typed typed = type("token", "admin");

        assertThat(typed).isEqualTo(new Typed(ExitCode.DONE, "ky_1\n", ""));
        assertThat(program().requests()).containsExactly(new StubProgram.Request(
                "POST /api/v1/control/token", StubProgram.CONTROL, "{\"login\":\"admin\"}"));
    }

    @Test
    void aPasswordCanBeAskedForAsJson() {
        program().answers("POST /api/v1/control/password", "{\"password\":\"one-time\"}");

        assertThat(type("password", "li.na", "--json").output()).isEqualTo("{\"password\":\"one-time\"}\n");
    }

    @Test
    void aLostSecondFactorIsLiftedWithThePassword() {
        program().answers("POST /api/v1/control/password", "{\"password\":\"one-time\"}");

        assertThat(type("password", "li.na", "--reset-second-factor").output()).isEqualTo("one-time\n");
        assertThat(program().requests().getFirst().body()).contains("\"resetSecondFactor\":true");
        assertThat(type("token", "li.na", "--reset-second-factor").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void whatTheProgramRefusesIsToldInItsWords() {
        Typed typed = type("token", "nobody");

        assertThat(typed).isEqualTo(new Typed(ExitCode.FAILED, "", "keyuan: Not found\n"));
    }

    @Test
    void anImportSendsTheFileWatchesTheJobAndAccountsForEveryRow() throws Exception {
        Path map = Files.writeString(file.resolveSibling("map.yaml"), "object: customers\n");
        program().answers("POST /api/v1/imports", "{\"id\":\"7\"}")
                .answers("GET /api/v1/jobs/7",
                        "{\"state\":\"queued\"}",
                        "{\"state\":\"running\",\"progress\":0.5}",
                        "{\"state\":\"done\",\"result\":{\"in\":3,\"created\":2,\"updated\":1,\"skipped\":0,\"failed\":0}}");

        Typed typed = type("import", "customers", file.toString(), "--map", map.toString(),
                "--key", "name", "--mode", "upsert", "--dry-run");

        assertThat(typed.code()).isEqualTo(ExitCode.DONE);
        assertThat(typed.output()).isEqualTo("in 3, created 2, updated 1, skipped 0, failed 0, implied 0\n");
        assertThat(program().requests().getFirst().body())
                .contains("name=\"object\"\r\n\r\ncustomers\r\n", "name=\"mode\"\r\n\r\nupsert\r\n")
                .contains("name=\"key\"\r\n\r\nname\r\n", "name=\"dryRun\"\r\n\r\ntrue\r\n", "object: customers")
                .contains("filename=\"顾客 list.csv\"", "name\n客缘\n");
    }

    @Test
    void anExportIsWrittenAsItsFileEnds() throws Exception {
        program().answers("POST /api/v1/customers/export", "name\r\n客缘\r\n");
        Path written = file.resolveSibling("导出 1.CSV");

        Typed typed = type("export", "customers", written.toString(), "--filter", "city == '杭州'", "--json");

        assertThat(typed.code()).isEqualTo(ExitCode.DONE);
        assertThat(written).hasContent("name\r\n客缘\r\n");
        assertThat(JsonMapper.shared().readTree(typed.output()).path("file").asString()).isEqualTo(written.toString());
        assertThat(JsonMapper.shared().readTree(program().requests().getFirst().body()))
                .isEqualTo(JsonMapper.shared().readTree("{\"format\":\"csv\",\"filter\":\"city == '杭州'\"}"));
        assertThat(type("export", "customers", "list.txt").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void anExportThatIsRefusedLeavesWhatWasThere() throws Exception {
        Path written = Files.writeString(file.resolveSibling("there.xlsx"), "before");

        assertThat(type("export", "nothing", written.toString()).code()).isEqualTo(ExitCode.FAILED);

        assertThat(written).hasContent("before");
        assertThat(Files.list(written.getParent()).filter(each -> each.toString().endsWith(".part"))).isEmpty();
    }

    @Test
    void aTrailThatWasChangedIsNamedAndIsAFailure() {
        program().answers("POST /api/v1/audit/verifications", "{\"id\":\"7\"}")
                .answers("GET /api/v1/jobs/7", "{\"state\":\"done\",\"result\":{\"intact\":false,\"rows\":2000,\"blocks\":2,"
                        + "\"finding\":{\"what\":\"row-missing\",\"block\":3,\"row\":\"0199\"}}}");

        Typed typed = type("audit", "verify", "--since", "ab".repeat(32));

        assertThat(typed.code()).isEqualTo(ExitCode.FAILED);
        assertThat(typed.output()).isEqualTo(
                "The trail is not as it was sealed: in block 3, a row is missing (0199). 2,000 rows in 2 blocks before it are.\n");
        assertThat(program().requests().getFirst().body()).isEqualTo("{\"since\":\"" + "ab".repeat(32) + "\"}");
        assertThat(type("audit", "verify", "--since", "x").code()).isEqualTo(ExitCode.USAGE);
        assertThat(type("audit", "look").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void rowsThatFailedAreWrittenBesideTheInput() throws Exception {
        program().answers("POST /api/v1/imports", "{\"id\":\"7\"}")
                .answers("GET /api/v1/jobs/7", "{\"state\":\"done\",\"failures\":\"/api/v1/jobs/7/failures\","
                        + "\"result\":{\"in\":2,\"created\":1,\"failed\":1}}")
                .answers("GET /api/v1/jobs/7/failures", "name,problem\n客缘,missing\n");

        Typed typed = type("import", "customers", file.toString(), "--json");

        Path failures = file.resolveSibling("顾客 list.failures.csv");
        assertThat(typed.code()).isEqualTo(ExitCode.FAILED);
        assertThat(failures).hasContent("name,problem\n客缘,missing\n");
        var report = JsonMapper.shared().readTree(typed.output());
        assertThat(report.path("failed").asInt()).isEqualTo(1);
        assertThat(report.path("failures").asString()).isEqualTo(failures.toString());
    }

    @Test
    void anImportThatBrokeIsAFailureEvenWithoutAFailedRow() {
        program().answers("POST /api/v1/imports", "{\"id\":\"7\"}")
                .answers("GET /api/v1/jobs/7", "{\"state\":\"failed\"}");

        assertThat(type("import", "customers", file.toString()).code()).isEqualTo(ExitCode.FAILED);
    }

    private StubProgram program() {
        return Objects.requireNonNull(running);
    }

    private Typed type(String... words) {
        String[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = "--home=" + home;
        return Typed.words(all);
    }
}
