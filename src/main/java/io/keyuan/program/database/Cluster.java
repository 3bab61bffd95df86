package io.keyuan.program.database;

import io.keyuan.program.PrivateFile;
import io.keyuan.program.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's own folder inside the data folder: every row the program keeps. */
record Cluster(Path home, Path folder) {

    static Cluster in(Path home) {
        return new Cluster(home, home.resolve("database"));
    }

    /** Makes an empty cluster unless there is one. A killed creation is started over, since nothing is in it yet. */
    void create(PostgresBinaries binaries, ServerAccount account, String password, Consumer<String> progress)
            throws IOException {
        if (Files.exists(folder.resolve("PG_VERSION"))) {
            checkVersion();
            account.own(home, folder);
            return;
        }
        progress.accept("Creating the database");
        Path unfinished = home.resolve("database.unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        Path created = Files.createDirectories(unfinished.resolve("cluster"));
        Path passwordFile = unfinished.resolve("password");
        PrivateFile.write(passwordFile, password);
        account.own(home, unfinished);
        initialise(binaries, account, created, passwordFile);
        Files.move(created, folder, StandardCopyOption.ATOMIC_MOVE);
        FileSystemUtils.deleteRecursively(unfinished);
    }

    private void initialise(PostgresBinaries binaries, ServerAccount account, Path created, Path passwordFile)
            throws IOException {
        // The built-in locale knows Unicode's letters and does not change with a library of the operating system.
        var outcome = OperatingSystem.run(account.command(List.of(
                binaries.program("initdb"), "--pgdata=" + created, "--username=postgres", "--pwfile=" + passwordFile,
                "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
                "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
                "--set=max_connections=100", "--set=shared_buffers=32MB", "--no-instructions")));
        if (outcome.code() != 0) {
            throw Refusal.surroundings("PostgreSQL could not create its database in " + home + ": "
                    + ServerLog.complaint(outcome.text()));
        }
    }

    /** Writes how the server is set and who may connect: only password holders on this machine. */
    void configure(ServerSettings settings) throws IOException {
        Files.writeString(folder.resolve("postgresql.conf"), settings.configurationText());
        Files.writeString(folder.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    }

    private void checkVersion() throws IOException {
        String found = Files.readString(folder.resolve("PG_VERSION")).strip();
        String served = PostgresBinaries.VERSION.split("\\.")[0];
        if (!found.equals(served)) {
            throw Refusal.surroundings("The database in " + home + " was written by PostgreSQL " + found
                    + " and this release brings " + served + "; start the release that wrote it.");
        }
    }
}
