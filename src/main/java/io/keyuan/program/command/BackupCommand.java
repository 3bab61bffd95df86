package io.keyuan.program.command;

import io.keyuan.backup.Backup;
import io.keyuan.backup.BackupFile;
import io.keyuan.backup.BackupRefused;
import io.keyuan.backup.Companies;
import io.keyuan.backup.format.Head;
import io.keyuan.engine.file.ContentStore;
import io.keyuan.program.ExitCode;
import io.keyuan.program.Refusal;
import io.keyuan.program.database.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes a file from which everything, or one company, can be brought back. */
record BackupCommand(FolderDatabase database, Map<String, String> environment, Console console) implements Command {
    private static final int PERCENT = 100;
    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public Syntax syntax() {
        return new Syntax(List.of("file"), Set.of("home", "tenant"), Set.of("json"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Path file = writable(invocation.operand(0));
        checkThereIsData(StartOptions.of(invocation, environment));
        long begin = System.nanoTime();
        try {
            Backup.Written written = database.use(
                    invocation, address -> write(address, invocation.option("tenant"), database.files(invocation), file));
            report(written, file, (System.nanoTime() - begin) / NANOS_PER_SECOND, invocation.has("json"));
            return ExitCode.DONE;
        } catch (BackupRefused refused) {
            throw Refusal.surroundings(refused.sentence(), refused);
        }
    }

    private static Path writable(String name) {
        Path file = Path.of(name).toAbsolutePath().normalize();
        Path folder = file.resolveSibling("");
        if (Files.isDirectory(file) || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw Refusal.surroundings("The backup cannot be written to " + file + "; name a file in a folder that can be written to.");
        }
        return file;
    }

    /** Asking must not make a folder. */
    private static void checkThereIsData(StartOptions options) {
        if (options.database().isEmpty() && !Files.exists(options.home().resolve("database"))) {
            throw Refusal.surroundings("There is no data in " + options.home() + "; name another folder with --home.");
        }
    }

    private Backup.Written write(DatabaseAddress address, Optional<String> tenant, ContentStore files, Path file) {
        Optional<UUID> company = tenant.map(slug -> Companies.named(address::connect, slug));
        var backup = new Backup(address::connect, Texts.version(), company, files,
                done -> console.progress(Math.round(done * PERCENT) + " %"));
        Backup.Written written = new BackupFile(file).write(backup);
        console.progress("");
        return written;
    }

    private void report(Backup.Written written, Path file, double seconds, boolean json) throws IOException {
        List<String> companies = written.head().companies().stream().map(Head.Company::slug).toList();
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("file", file.toString());
            object.put("bytes", Files.size(file));
            object.put("tenants", companies);
            object.put("tables", written.foot().parts().size());
            object.put("rows", written.foot().rows());
            object.put("missingFiles", written.missing());
            object.put("seconds", seconds);
            console.result(object);
        } else {
            console.result("%,d rows of %s written to %s (%,d bytes) and read back.".formatted(
                    written.foot().rows(), String.join(", ", companies), file, Files.size(file)));
            if (written.missing() > 0) {
                console.remark("%,d files are not in it: their contents are not where they should be kept.".formatted(written.missing()));
            }
        }
    }
}
