package io.keyuan.program.command;

import io.keyuan.program.DataFolder;
import io.keyuan.program.ExitCode;
import io.keyuan.program.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets a command talk to the program of a data folder: to the one that runs on it, or else to one started for the
 * occasion in this process. There is never a second one on a folder, since both need its lock.
 */
record ProgramAccess(Class<?> application, Map<String, String> environment, Console console) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(100);

    /** What a command does with the program. */
    interface Task<T> {
        T with(ProgramClient program) throws IOException;
    }

    <T> T use(Invocation invocation, Task<T> task) throws IOException {
        StartOptions options = StartOptions.of(invocation, environment).unseen();
        Instant limit = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(limit)) {
            Optional<DataFolder> unused = DataFolder.tryOpen(options.home());
            if (unused.isPresent()) {
                return task(unused.get(), options, task);
            }
            Optional<ProgramClient> running = ProgramRecord.read(options.home());
            if (running.isPresent() && running.get().answers()) {
                return task.with(running.get());
            }
            // It is starting or stopping: either way it will be reachable or gone in a moment.
            LockSupport.parkNanos(STEP.toNanos());
        }
        throw busy(options.home());
    }

    private <T> T task(DataFolder folder, StartOptions options, Task<T> task) throws IOException {
        try (var startup = new Startup(ExitCode.FAILED)) {
            startup.start(() -> folder);
            ProgramRecord.forget(folder);
            var program = RunningProgram.start(startup, Launch.quiet(application, console), folder, options);
            return task.with(new ProgramClient(program.address().uri(), program.control()));
        }
    }

    private static Refusal busy(Path home) {
        return Refusal.surroundings("The Keyuan that runs on " + home + " does not answer; look into "
                + home.resolve("logs").resolve("keyuan.log") + " or stop it.");
    }
}
