package io.keyuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program in a process of its own, as people start and stop it. */
class ProgramProcessTest {
    private static final int PATIENCE_SECONDS = 120;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void leaveNothingRunning() throws InterruptedException {
        for (Process process : processes) {
            process.destroy();
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void itSaysWhenItAnswersAndStopsCleanlyWhenAsked(@TempDir Path home) throws Exception {
        Process program = start(home);
        BufferedReader output = program.inputReader();

        assertThat(output.readLine()).matches("READY http://127\\.0\\.0\\.1:\\d+");
        assertThat(home.resolve("database").resolve("postmaster.pid")).exists();

        program.toHandle().destroy();

        assertThat(program.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isZero();
        assertThat(output.readLine()).isNull();
        assertThat(home.resolve("database").resolve("postmaster.pid")).doesNotExist();
        assertThat(home.resolve("run").resolve("program.json")).doesNotExist();
    }

    @Test
    void afterItWasKilledItStartsAgainOnTheSameData(@TempDir Path home) throws Exception {
        Process killed = start(home);
        assertThat(killed.inputReader().readLine()).startsWith("READY ");
        long orphan = databaseProcess(home);

        killed.destroyForcibly().waitFor();

        Process next = start(home);
        assertThat(next.inputReader().readLine()).startsWith("READY ");
        assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(databaseProcess(home)).isNotEqualTo(orphan);
    }

    private static long databaseProcess(Path home) throws IOException {
        return Long.parseLong(Files.readAllLines(home.resolve("database").resolve("postmaster.pid")).getFirst());
    }

    /** Without the tests' own classes, among which are parts that would join the program. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Process start(Path home) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-cp", classPath(), "io.keyuan.Keyuan",
                        "--port", "0", "--home", home.toString())
                .redirectError(ProcessBuilder.Redirect.appendTo(Path.of("target", "program-process-test.log").toFile()))
                .start();
        processes.add(process);
        return process;
    }
}
