package io.keyuan.program.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.keyuan.program.Account;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerAccountTest {
    @Test
    void whereNamespacesAreForbiddenRootStepsDownAndCanStepBackUp(@TempDir Path folder) throws Exception {
        assumeThat(Account.isRoot()).isTrue();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path home = folder.resolve("data");
        ServerSettings settings = ServerSettings.durable(1L << 30);
        ServerAccount unprivileged = ServerAccount.unprivileged();

        try (var database = EmbeddedDatabase.start(home, settings, unprivileged, line -> {})) {
            assertThat(Files.getOwner(home.resolve("database")).getName()).isEqualTo(unprivileged.account());
            execute(database, "CREATE TABLE kept ()");
        }
        try (var database = EmbeddedDatabase.start(home, settings, ServerAccount.choose(), line -> {})) {
            execute(database, "TABLE kept");
        }
        try (var database = EmbeddedDatabase.start(home, settings, unprivileged, line -> {})) {
            execute(database, "TABLE kept");
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws Exception {
        try (var connection = database.address().connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
