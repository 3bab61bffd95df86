package io.keyuan.program.command;

import io.keyuan.backup.BackupFile;
import io.keyuan.backup.BackupRefused;
import io.keyuan.backup.Restore;
import io.keyuan.program.ExitCode;
import io.keyuan.program.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings back what is in a backup. */
record RestoreCommand(FolderDatabase database, Console console) implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax(List.of("file"), Set.of("home", "tenant"), Set.of("json"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        var file = new BackupFile(Path.of(invocation.operand(0)).toAbsolutePath().normalize());
        String tenant = invocation.option("tenant").orElse(null);
        try {
            console.remark("Reading the backup through");
            file.verify();
            Restore.Restored restored = database.use(
                    invocation, address -> new Restore(address::connect, file, database.files(invocation), tenant, console::remark).run());
            report(restored, invocation.has("json"));
            return ExitCode.DONE;
        } catch (BackupRefused refused) {
            throw Refusal.surroundings(refused.sentence(), refused);
        }
    }

    private void report(Restore.Restored restored, boolean json) {
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("tenants", restored.slugs());
            object.put("rows", restored.rows());
            object.put("made", restored.head().made());
            object.put("missingFiles", restored.missing());
            console.result(object);
        } else {
            console.result("%,d rows of %s restored as they were at %s.".formatted(
                    restored.rows(), String.join(", ", restored.slugs()), restored.head().made()));
            if (restored.missing() > 0) {
                console.remark("%,d files cannot be opened: their contents were not in the backup, and are not where files are kept.".formatted(restored.missing()));
            }
            console.remark("Programs that follow the feed of changes go on where they are; what changed after the backup was taken is lost to them as well.");
        }
    }
}
