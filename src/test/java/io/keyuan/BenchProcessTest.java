package io.keyuan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bench in processes of its own, on as little as shows that it works; what it measures is nobody's promise. */
class BenchProcessTest {

    private static final int CUSTOMERS = 200;
    private static final int IMPORTED = 300;

    @Test
    void aBaseIsMadeOnceAndEverythingIsMeasuredOnIt(@TempDir Path home) throws Exception {
        JsonNode made = bench(home, 0, "data", "--customers", String.valueOf(CUSTOMERS));
        assertThat(made.path("customers").intValue()).isEqualTo(CUSTOMERS);

        JsonNode again = bench(home, 1, "data", "--customers", String.valueOf(CUSTOMERS));
        assertThat(again.path("error").asString()).contains("filled already");

        JsonNode trail = bench(home, 0, "data", "--events", "50");
        assertThat(trail.path("events").intValue()).isEqualTo(50);

        JsonNode measured = bench(home, 0, "run", "--seconds", "0", "--clients", "2", "--rows", String.valueOf(IMPORTED));
        assertThat(measured.path("customers").intValue()).isEqualTo(CUSTOMERS);
        List<JsonNode> results = new ArrayList<>();
        measured.path("results").forEach(results::add);
        assertThat(results).extracting(result -> result.path("work").asString())
                .contains("list of the newest", "search, pinyin", "open one record", "create", "edit", "audit: of a kind", "costs: a row of the trail with a row",
                        "costs: edit of what sharing rules go by", "costs: create of what hangs on a customer",
                        "filter: the city of their customer", "words: mistyped", "told: how complete customers are", "files: brought, 1 MB",
                        "bulk: edit of 200, records", "bulk: undo of it, records", "bulk: segment, a page of 50");
        assertThat(results).allSatisfy(BenchProcessTest::isMeasured);
        assertThat(results.getLast().path("program").path("requests").intValue()).isEqualTo(IMPORTED);
    }

    private static void isMeasured(JsonNode result) {
        int clients = result.path("clients").intValue();
        assertThat(result.path("program").path("requests").intValue()).isGreaterThanOrEqualTo(clients);
        assertThat(result.path("program").path("p95").doubleValue())
                .isGreaterThanOrEqualTo(result.path("program").path("p50").doubleValue())
                .isPositive();
        assertThat(result.path("bare").path("perSecond").doubleValue()).isPositive();
        assertThat(result.path("ratio").doubleValue()).isPositive();
    }

    private static JsonNode bench(Path home, int exitCode, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", classPath(), "io.keyuan.Keyuan", "bench"));
        command.addAll(List.of(words));
        command.addAll(List.of("--json", "--home", home.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(Path.of("target", "bench-process-test.log").toFile()))
                .start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(exitCode);
        return JsonMapper.shared().readTree(output);
    }

    /** Without the tests' own classes, among which are parts that would join the program. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
