package io.keyuan.backup.database;

import io.keyuan.backup.Database;
import io.keyuan.backup.format.BackupReader;
import io.keyuan.backup.format.Columns;
import io.keyuan.backup.format.Pieces;
import io.keyuan.backup.format.RowTaker;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A schema beside the one that is used, in which a backup becomes tables: first as the release that wrote it had them, then
 * with its rows, then as this release wants them. Nobody sees any of it until it is complete and becomes the schema itself, or
 * its rows part of it, in one transaction.
 */
public final class Scratch implements AutoCloseable {

    static final String SCHEMA = "keyuan_restore";

    /** Any number nobody else takes: "restor" in ASCII. */
    private static final long LOCK = 0x726573746f72L;

    private final Sql guard;
    private final ScratchSource source;
    private final Migrations migrations;

    private Scratch(Sql guard, ScratchSource source, Migrations migrations) {
        this.guard = guard;
        this.source = source;
        this.migrations = migrations;
    }

    /** Makes it, and clears away what a restore left that was killed; empty where another restore is under way. */
    public static Optional<Scratch> create(Database database) throws SQLException, IOException {
        Connection connection = database.open();
        var guard = new Sql(connection);
        if (!guard.is("select pg_try_advisory_lock(?)", LOCK)) {
            connection.close();
            return Optional.empty();
        }
        var scratch = new Scratch(guard, new ScratchSource(database, SCHEMA), Migrations.ofThisProgram());
        scratch.drop();
        guard.execute("create schema " + SCHEMA);
        return Optional.of(scratch);
    }

    /** Whether this release knows the schema of a backup. */
    public boolean knows(List<String> versions) {
        return migrations.know(versions);
    }

    /**
     * Makes the tables of a backup and brings in its rows.
     *
     * @param company whose; empty for everybody's
     * @param contents takes the rows that are pieces of files
     * @return how many rows
     */
    public long load(BackupReader backup, Optional<UUID> company, RowTaker contents) throws SQLException, IOException {
        migrations.apply(backup.head().migrations(), source);
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            var sql = new Sql(connection);
            Keys keys = Keys.takeAway(sql);
            long rows = 0;
            for (Columns table = backup.next(); table != null; table = backup.next()) {
                if (table.table().equals(Pieces.TABLE)) {
                    backup.rows(table, contents);
                } else {
                    rows += load(backup, table, company, sql);
                }
            }
            keys.putBack(sql);
            connection.commit();
            return rows;
        }
    }

    private static long load(BackupReader backup, Columns table, Optional<UUID> company, Sql sql) throws SQLException, IOException {
        // A table emptied and filled in one transaction needs no looking after its rows later.
        sql.execute("truncate " + Sql.quoted(table.table()));
        try (var loader = new RowLoader(sql.connection(), table, company)) {
            backup.rows(table, loader);
            return loader.finish();
        }
    }

    /** The contents that the files among the rows refer to. */
    public List<StoredContent> contents() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return StoredContent.in(new Sql(connection), Optional.empty());
        }
    }

    /**
     * Makes of it what this release works with, and settles what a copy must see otherwise than the original.
     *
     * @param restored what the companies' trails are told of it
     */
    public void bringUpToDate(Map<String, Object> restored) throws SQLException {
        migrations.applyAll(source);
        try (Connection connection = source.getConnection()) {
            Settling.settle(new Sql(connection), restored);
        }
    }

    /** Makes it the schema of a database that has none yet. */
    public void becomeSchema() throws SQLException {
        Arrival.asSchema(guard);
    }

    /** Adds its rows to those of others. */
    public void joinSchema() throws SQLException {
        try (Connection connection = source.getConnection()) {
            Arrival.amongOthers(new Sql(connection), guard);
        }
    }

    private void drop() throws SQLException {
        guard.call("select set_config('client_min_messages', 'warning', false)");
        guard.execute("drop schema if exists " + SCHEMA + " cascade");
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = guard.connection()) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            drop();
        }
    }
}
