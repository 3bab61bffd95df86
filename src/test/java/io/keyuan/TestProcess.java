package io.keyuan;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The whole program in a process of its own. */
public final class TestProcess {

    private TestProcess() {}

    /** @param remarks where what it says on the way goes */
    public static Process start(Map<String, String> environment, Path remarks, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m", "-XX:TieredStopAtLevel=1", "-cp", classPath(), "io.keyuan.Keyuan"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(remarks.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Without the tests' own classes, among which are parts that would join the program. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
