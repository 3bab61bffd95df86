package io.keyuan.program.command;

import io.keyuan.program.ExitCode;
import io.keyuan.program.Refusal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Sends a file to be imported, watches the work and accounts for every row. */
record ImportCommand(ProgramAccess access, Console console) implements Command {
    private static final Set<String> MODES = Set.of("create", "update", "upsert");
    private static final Set<String> ALIKE = Set.of("create", "skip", "update");

    @Override
    public Syntax syntax() {
        return new Syntax(
                List.of("object", "file"), Set.of("home", "tenant", "map", "key", "mode", "duplicates"), Set.of("dry-run", "json"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Path file = existing(invocation.operand(1));
        MultipartForm form = form(invocation, file);
        return access.use(invocation, anybody -> {
            ProgramClient program = anybody.of(invocation.option("tenant"));
            URI job = program.submit("/api/v1/imports", form);
            JsonNode ended = new JobWatch(program, job, console).awaitEnd();
            return new ImportReport(ended, file).publish(program, console, invocation.has("json"));
        });
    }

    private static MultipartForm form(Invocation invocation, Path file) throws IOException {
        var form = new MultipartForm().field("object", invocation.operand(0));
        if (invocation.option("map").isPresent()) {
            form.field("map", Files.readString(existing(invocation.option("map").get())));
        }
        invocation.option("key").ifPresent(key -> form.field("key", key));
        invocation.option("mode").ifPresent(mode -> form.field("mode", known("mode", MODES, "create, update or upsert", mode)));
        invocation.option("duplicates")
                .ifPresent(alike -> form.field("duplicates", known("duplicates", ALIKE, "create, skip or update", alike)));
        if (invocation.has("dry-run")) {
            form.field("dryRun", "true");
        }
        return form.file("file", file);
    }

    private static String known(String option, Set<String> words, String said, String word) {
        if (!words.contains(word)) {
            throw Refusal.usage("--" + option + " is " + said + ", not \"" + word + "\".");
        }
        return word;
    }

    private static Path existing(String name) {
        Path file = Path.of(name).toAbsolutePath();
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw Refusal.surroundings("The file " + file + " cannot be read.");
        }
        return file;
    }
}
