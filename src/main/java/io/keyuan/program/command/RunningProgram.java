package io.keyuan.program.command;

import io.keyuan.program.DataFolder;
import io.keyuan.program.Secret;
import io.keyuan.program.database.DatabaseAddress;
import io.keyuan.program.database.DatabaseUrl;
import io.keyuan.program.database.EmbeddedDatabase;

/**
 * The program, running in this process on a folder whose lock is held.
 *
 * @param address where it answers
 * @param control what local commands prove themselves with
 */
record RunningProgram(WebAddress address, String control) {

    /** Starts the database, then the application; the order is undone by the startup. */
    static RunningProgram start(
            Startup startup, Launch launch, DataFolder folder, StartOptions options) {
        DatabaseAddress database = database(startup, launch, folder, options);
        String control = Secret.random();
        String secretKey = SecretKey.of(folder, options);
        launch.progress().accept("Starting Keyuan");
        WebApplication web = startup.start(
                () -> WebApplication.start(launch, new WebApplication.Plan(folder, options, database, control, secretKey)));
        WebAddress address = options.address(web.port());
        startup.start(() -> ProgramRecord.publish(folder, address, control));
        return new RunningProgram(address, control);
    }

    private static DatabaseAddress database(
            Startup startup, Launch launch, DataFolder folder, StartOptions options) {
        return options.database()
                .map(DatabaseUrl::parse)
                .map(DatabaseUrl::checked)
                .orElseGet(() -> startup.start(() -> EmbeddedDatabase.start(folder.path(), launch.progress())).address());
    }
}
