package io.keyuan.program.command;

import io.keyuan.program.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program, serving a data folder from a process of its own, started as this one was. */
record ProgramProcess(Process process) implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    /** Starts it on any free port and returns when it answers. */
    static ProgramProcess start(Class<?> application, Path home) throws IOException {
        List<String> words = new ArrayList<>(virtualMachine());
        words.addAll(program(application));
        words.addAll(List.of("run", "--port", "0", "--home", home.toString()));
        var started = new ProgramProcess(new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start());
        if (!started.awaitReady()) {
            started.close();
            throw Refusal.failed("The program could not be started on " + home + "; keyuan run says why.");
        }
        return started;
    }

    private static List<String> virtualMachine() {
        List<String> words = new ArrayList<>();
        words.add(ProcessHandle.current().info().command().orElse("java"));
        // An agent that watches this process has no business in the other.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-X") || argument.startsWith("--"))
                .forEach(words::add);
        return words;
    }

    private static List<String> program(Class<?> application) {
        String path = System.getProperty("java.class.path");
        boolean archive = ProgramProcess.class.getResource("ProgramProcess.class") instanceof java.net.URL url
                && !url.getProtocol().equals("file");
        return archive && path.endsWith(".jar") ? List.of("-jar", path) : List.of("-cp", path, application.getName());
    }

    private boolean awaitReady() throws IOException {
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("READY ")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the program does not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
