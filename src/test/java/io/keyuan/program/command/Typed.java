package io.keyuan.program.command;

import io.keyuan.program.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What came of a command line that was typed in this process: exit code, standard output, standard error. */
record Typed(ExitCode code, String output, String remarks) {

    static Typed words(String... words) {
        return words(Object.class, words);
    }

    /** @param application what is started where nothing runs */
    static Typed words(Class<?> application, String... words) {
        var output = new ByteArrayOutputStream();
        var remarks = new ByteArrayOutputStream();
        var console = new Console(
                new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(remarks, true, StandardCharsets.UTF_8));
        ExitCode code = new CommandLine(application, Map.of(), console).execute(words);
        return new Typed(code, output.toString(StandardCharsets.UTF_8), remarks.toString(StandardCharsets.UTF_8));
    }
}
