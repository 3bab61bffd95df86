package io.keyuan.program.command;

import io.keyuan.program.DataFolder;
import io.keyuan.program.ExitCode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Serves until it is asked to stop. */
record RunCommand(Class<?> application, Map<String, String> environment, Console console) implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax(List.of(), StartOptions.NAMES, StartOptions.FLAGS);
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        StartOptions options = StartOptions.of(invocation, environment);
        options.exposure().certificate().ifPresent(Certificate::checked);
        options.address(options.port()).checkFree();
        try (var startup = new Startup(ExitCode.DONE)) {
            DataFolder folder = startup.start(() -> DataFolder.open(options.home()));
            ProgramRecord.forget(folder);
            RunningProgram program =
                    RunningProgram.start(startup, Launch.told(application, console), folder, options);
            if (!options.exposure().jsonLog()) {
                ConsoleLog.showWarnings();
            }
            console.result("READY " + program.address().uri());
            awaitSignal();
        }
        return ExitCode.DONE;
    }

    /** A signal ends the process from a thread of its own; this one only has to stay. */
    private static void awaitSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
