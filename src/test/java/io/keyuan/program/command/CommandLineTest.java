package io.keyuan.program.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyuan.program.DataFolder;
import io.keyuan.program.ExitCode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CommandLineTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "--demp", "--prot 1", "run --port", "run --port eighty", "run --port 70000", "dance", "run now", "token",
        "token a b", "import customers", "version --port 1", "run --json", "-x"
    })
    void aWrongCommandLineEndsWithTwoAndTheUsage(String line) {
        Typed typed = Typed.words(line.split(" "));

        assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
        assertThat(typed.remarks()).startsWith("keyuan: ").contains("Usage: keyuan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h", "import --help", "version", "--version"})
    void askingIsNoError(String line) {
        Typed typed = Typed.words(line.split(" "));

        assertThat(typed.code()).isEqualTo(ExitCode.DONE);
        assertThat(typed.output()).startsWith("Keyuan");
        assertThat(typed.remarks()).isEmpty();
    }

    @Test
    void aTakenPortEndsWithThreeBeforeAnythingIsStarted(@TempDir Path parent) throws Exception {
        Path home = parent.resolve("data");
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Typed typed = Typed.words("--port", String.valueOf(taken.getLocalPort()), "--home=" + home);

            assertThat(typed.code()).isEqualTo(ExitCode.SURROUNDINGS);
            assertThat(typed.remarks().lines()).hasSize(1);
            assertThat(typed.remarks()).contains("Port " + taken.getLocalPort(), "--port");
            assertThat(home).doesNotExist();
        }
    }

    @Test
    void aFolderInUseEndsWithThree(@TempDir Path home) {
        try (DataFolder folder = DataFolder.open(home)) {
            Typed typed = Typed.words("--port", "0", "--home", folder.path().toString());

            assertThat(typed.code()).isEqualTo(ExitCode.SURROUNDINGS);
            assertThat(typed.remarks().lines()).hasSize(1);
            assertThat(typed.remarks()).contains("in use", "--home");
        }
    }

    @Test
    void aMissingFileEndsWithThreeAndOneJsonObjectWhenAskedFor(@TempDir Path folder) {
        Typed typed = Typed.words("import", "customers", folder.resolve("none.csv").toString(), "--json");

        assertThat(typed.code()).isEqualTo(ExitCode.SURROUNDINGS);
        assertThat(JsonMapper.shared().readTree(typed.output()).path("code").asInt()).isEqualTo(3);
    }

    @Test
    void theDoctorLooksIntoAFolderNobodyRunsOn(@TempDir Path home) throws Exception {
        Files.createDirectories(home);

        Typed typed = Typed.words("doctor", "--home", home.toString(), "--port", "0", "--json");

        assertThat(typed.code()).isEqualTo(ExitCode.DONE);
        var findings = JsonMapper.shared().readTree(typed.output());
        assertThat(findings.path("running").asString()).isEqualTo("no");
        assertThat(findings.path("fsync").asString()).isEqualTo("on");
        assertThat(findings.path("synchronous_commit").asString()).isEqualTo("on");
        assertThat(findings.path("schema").asString()).isEqualTo("none");
        assertThat(findings.path("checks").valueStream().map(check -> check.path("name").asString()))
                .contains("java", "folder", "disk", "port", "database", "durability", "clock", "schema", "indexes");
        assertThat(findings.path("state").asString()).isNotEqualTo("fail");
    }

    @Test
    void theDoctorSaysWhatIsWrongAndGoesOnLooking(@TempDir Path home) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Typed typed = Typed.words("doctor", "--home", home.toString(), "--port", String.valueOf(taken.getLocalPort()));

            assertThat(typed.code()).isEqualTo(ExitCode.SURROUNDINGS);
            assertThat(typed.output().lines()).anyMatch(line -> line.matches("fail +port +Port " + taken.getLocalPort() + " .*"))
                    .anyMatch(line -> line.startsWith("ok    database"));
        }
    }
}
