package io.keyuan.backup.database;

import io.keyuan.backup.format.Head;
import io.keyuan.backup.format.RowTaker;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.PGConnection;

/** A database as it is at one moment, for as long as reading it takes; nobody who writes is kept waiting. */
public final class Snapshot implements AutoCloseable {

    private final Sql sql;

    /** @param connection closed with this; of a database that may as well be empty */
    public Snapshot(Connection connection) throws SQLException {
        sql = new Sql(connection);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        // Values are to be written the same way whatever this server is used to.
        sql.call("""
                select set_config(name, value, true) from (values
                ('TimeZone', 'UTC'), ('DateStyle', 'ISO, YMD'), ('IntervalStyle', 'postgres'), ('bytea_output', 'hex'),
                ('extra_float_digits', '3'), ('statement_timeout', '0'), ('idle_in_transaction_session_timeout', '0')
                ) as s(name, value)""");
    }

    /** Whether there is a company at all. */
    public boolean isFilled() throws SQLException {
        return sql.is("select to_regclass('tenant') is not null") && sql.is("select exists (select 1 from tenant)");
    }

    /** @param program the release that asks */
    public Head head(String program, Optional<UUID> company) throws SQLException {
        return new Head(
                Head.FORMAT,
                program,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Objects.requireNonNull(sql.text("show server_version")),
                Migrations.appliedIn(sql),
                companies().stream().filter(each -> company.isEmpty() || each.id().equals(company.get())).toList());
    }

    /** The oldest first. */
    public List<Head.Company> companies() throws SQLException {
        return sql.list(
                row -> new Head.Company(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
                "select id, slug, name from tenant order by created_at, id");
    }

    /** In the order in which they stand in a backup. */
    public List<CarriedTable> tables() throws SQLException {
        return CarriedTables.in(sql);
    }

    /**
     * Gives out the rows of a table.
     *
     * @param company whose; empty for everybody's
     */
    public void rows(CarriedTable table, Optional<UUID> company, RowTaker taker) throws SQLException, IOException {
        var copy = sql.connection().unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(company));
        try {
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                taker.row(row, row.length);
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** Gives out the contents that files of the company refer to, each once. */
    public List<StoredContent> contents(Optional<UUID> company) throws SQLException {
        return StoredContent.in(sql, company);
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = sql.connection()) {
            connection.rollback();
        }
    }
}
