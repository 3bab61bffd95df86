package io.keyuan.program.command;

import io.keyuan.program.DataFolder;
import io.keyuan.program.Secret;
import io.keyuan.program.database.DatabaseAddress;
import io.keyuan.program.database.DatabaseUrl;
import io.keyuan.program.database.EmbeddedDatabase;
import java.util.function.Consumer;

/**
 * The program, running in this process on a folder whose lock is held.
 *
 * @param address where it answers
 * @param control what local commands prove themselves with
 */
record RunningProgram(WebAddress address, String control) {

    /** Starts the database, then the application; the order is undone by the startup. */
    static RunningProgram start(
            Startup startup, Class<?> application, DataFolder folder, StartOptions options, Consumer<String> progress) {
        DatabaseAddress database = database(startup, folder, options, progress);
        String control = Secret.random();
        progress.accept("Starting Keyuan");
        WebApplication web = startup.start(
                () -> WebApplication.start(application, new WebApplication.Plan(folder, options, database, control)));
        WebAddress address = new WebAddress(options.host(), web.port());
        startup.start(() -> ProgramRecord.publish(folder, address, control));
        return new RunningProgram(address, control);
    }

    private static DatabaseAddress database(
            Startup startup, DataFolder folder, StartOptions options, Consumer<String> progress) {
        return options.database()
                .map(DatabaseUrl::parse)
                .map(DatabaseUrl::checked)
                .orElseGet(() -> startup.start(() -> EmbeddedDatabase.start(folder.path(), progress)).address());
    }
}
