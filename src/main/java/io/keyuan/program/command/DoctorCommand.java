package io.keyuan.program.command;

import io.keyuan.engine.file.ContentStores;
import io.keyuan.program.DataFolder;
import io.keyuan.program.ExitCode;
import io.keyuan.program.database.DatabaseAddress;
import io.keyuan.program.database.DatabaseUrl;
import io.keyuan.program.database.EmbeddedDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at what the program stands on, and says plainly what is not as it should be, one line for each thing. */
record DoctorCommand(Map<String, String> environment, Console console) implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax(List.of(), StartOptions.NAMES, Set.of("json"));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        StartOptions options = StartOptions.of(invocation, environment);
        var checkup = new Checkup();
        checkup.fact("version", Texts.version());
        checkup.fact("folder", options.home().toString());
        try (var startup = new Startup(ExitCode.FAILED)) {
            examine(options, startup, checkup);
        }
        return report(checkup, invocation.has("json"));
    }

    private void examine(StartOptions options, Startup startup, Checkup checkup) {
        checkup.look("folder", () -> {
            Optional<DataFolder> unused = DataFolder.tryOpen(options.home());
            unused.ifPresent(folder -> startup.start(() -> folder));
            checkup.fact("running", unused.isEmpty() ? "yes" : "no");
            new MachineExamination(options, checkup).take(unused.isEmpty());
            checkup.look("files", () -> files(options, checkup));
            checkup.look("database", () -> new DatabaseExamination(
                            database(options, startup, unused.isEmpty()), options.database().isPresent(), checkup)
                    .take());
        });
    }

    /** A folder of one machine is enough for one node only. */
    private void files(StartOptions options, Checkup checkup) {
        String place = ContentStores.of(options.home(), environment::get).place();
        checkup.fact("files", place);
        if (options.database().isPresent() && place.startsWith(options.home().toString())) {
            checkup.warn("files", "Files are kept in " + place + "; where several programs share the database, name a folder they share"
                    + " with KEYUAN_FILES_FOLDER or a bucket with KEYUAN_FILES_S3_BUCKET.");
        } else {
            checkup.ok("files", place);
        }
    }

    private static DatabaseAddress database(StartOptions options, Startup startup, boolean running) {
        return options.database().map(DatabaseUrl::parse).orElseGet(() -> running
                ? EmbeddedDatabase.running(options.home())
                : startup.start(() -> EmbeddedDatabase.start(options.home(), line -> {})).address());
    }

    private ExitCode report(Checkup checkup, boolean json) {
        if (json) {
            console.result(checkup.described());
        } else {
            checkup.findings().forEach(finding -> console.result(
                    String.format("%-5s %-12s %s", finding.state().word(), finding.name(), finding.detail())));
        }
        return checkup.state() == Checkup.State.FAIL ? ExitCode.SURROUNDINGS : ExitCode.DONE;
    }
}
