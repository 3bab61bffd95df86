package io.keyuan.program.command;

import io.keyuan.program.DataFolder;
import io.keyuan.program.ExitCode;
import io.keyuan.program.database.DatabaseAddress;
import io.keyuan.program.database.DatabaseUrl;
import io.keyuan.program.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at what the program stands on, and says plainly what is not as it should be. */
record DoctorCommand(Map<String, String> environment, Console console) implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax(List.of(), Set.of("home"), Set.of("json"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        StartOptions options = StartOptions.of(invocation, environment);
        try (var startup = new Startup(ExitCode.FAILED)) {
            Optional<DataFolder> unused = DataFolder.tryOpen(options.home());
            unused.ifPresent(folder -> startup.start(() -> folder));
            DatabaseAddress database = options.database().map(DatabaseUrl::parse).orElseGet(() -> unused.isPresent()
                    ? startup.start(() -> EmbeddedDatabase.start(options.home(), line -> {})).address()
                    : EmbeddedDatabase.running(options.home()));
            return report(findings(options.home(), unused.isEmpty(), database), invocation.has("json"));
        }
    }

    private static Map<String, String> findings(Path home, boolean running, DatabaseAddress database)
            throws IOException {
        Map<String, String> findings = new LinkedHashMap<>();
        findings.put("version", Texts.version());
        findings.put("java", Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
        findings.put("folder", home.toString());
        findings.put("running", running ? "yes" : "no");
        findings.put("freeDisk", (Files.getFileStore(home).getUsableSpace() >> 20) + " MB");
        findings.putAll(DatabaseExamination.of(database));
        return findings;
    }

    private ExitCode report(Map<String, String> findings, boolean json) {
        boolean sound = findings.getOrDefault("problem", "").isEmpty();
        if (json) {
            console.result(findings);
        } else {
            findings.forEach((name, value) -> console.result(String.format("%-20s %s", name, value)));
        }
        return sound ? ExitCode.DONE : ExitCode.SURROUNDINGS;
    }
}
