package io.keyuan.program.command;

import io.keyuan.engine.file.ContentStore;
import io.keyuan.engine.file.ContentStores;
import io.keyuan.program.DataFolder;
import io.keyuan.program.ExitCode;
import io.keyuan.program.Refusal;
import io.keyuan.program.database.DatabaseAddress;
import io.keyuan.program.database.DatabaseUrl;
import io.keyuan.program.database.EmbeddedDatabase;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Lets a command work on the database of a data folder itself: on the one that is running, or else on one started for the
 * occasion. There is never a second one on a folder, since both need its lock.
 */
record FolderDatabase(Map<String, String> environment, Console console) {

    /** What a command does with the database. */
    interface Task<T> {
        T with(DatabaseAddress database) throws IOException;
    }

    /** Where the contents of files are. */
    ContentStore files(Invocation invocation) {
        try {
            return ContentStores.of(StartOptions.of(invocation, environment).home(), environment::get);
        } catch (IllegalArgumentException incomplete) {
            throw Refusal.surroundings(incomplete.getMessage() + ".", incomplete);
        }
    }

    <T> T use(Invocation invocation, Task<T> task) throws IOException {
        StartOptions options = StartOptions.of(invocation, environment);
        if (options.database().isPresent()) {
            return task.with(DatabaseUrl.checked(DatabaseUrl.parse(options.database().get())));
        }
        try (var startup = new Startup(ExitCode.FAILED)) {
            Optional<DataFolder> unused = DataFolder.tryOpen(options.home());
            unused.ifPresent(folder -> startup.start(() -> folder));
            return task.with(unused.isPresent()
                    ? startup.start(() -> EmbeddedDatabase.start(options.home(), console::remark)).address()
                    : EmbeddedDatabase.running(options.home()));
        }
    }
}
