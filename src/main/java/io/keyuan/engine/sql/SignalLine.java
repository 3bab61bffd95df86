package io.keyuan.engine.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The one connection on which a node hears signals, outside the pool since it waits there for ever. When it breaks it is
 * opened again; whatever was told in between nobody will tell again.
 */
final class SignalLine {

    private static final Logger LOG = LoggerFactory.getLogger(SignalLine.class);
    /** A connection that died without a word is noticed after this. */
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final int ANSWER_SECONDS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final JdbcConnectionDetails database;
    private final Consumer<String> heard;
    private final Runnable missed;
    private @Nullable Thread listening;
    private volatile boolean closed = true;
    private volatile @Nullable Connection connection;

    SignalLine(JdbcConnectionDetails database, Consumer<String> heard, Runnable missed) {
        this.database = database;
        this.heard = heard;
        this.missed = missed;
    }

    synchronized void open() {
        closed = false;
        listening = Thread.ofVirtual().name("signal-line").start(this::keepListening);
    }

    synchronized void close() {
        closed = true;
        abort(connection);
        if (listening != null) {
            LockSupport.unpark(listening);
        }
    }

    private void keepListening() {
        Duration pause = FIRST_PAUSE;
        while (!closed) {
            try (Connection line = connect()) {
                connection = line;
                listen(line);
                missed.run();
                pause = FIRST_PAUSE;
                hear(line);
            } catch (SQLException broken) {
                if (!closed) {
                    LOG.warn("Signals of other nodes cannot be heard: {}", broken.getMessage());
                    missed.run();
                    LockSupport.parkNanos(pause.toNanos());
                    pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        set(properties, "user", database.getUsername());
        set(properties, "password", database.getPassword());
        properties.setProperty("ApplicationName", "keyuan signals");
        properties.setProperty("connectTimeout", String.valueOf(SILENCE.toSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(database.getJdbcUrl(), properties);
    }

    private static void set(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }

    private static void listen(Connection line) throws SQLException {
        try (var statement = line.createStatement()) {
            statement.execute("LISTEN " + PostgresSignals.CHANNEL);
        }
    }

    private void hear(Connection line) throws SQLException {
        PGConnection postgres = line.unwrap(PGConnection.class);
        while (!closed) {
            PGNotification[] some = postgres.getNotifications((int) SILENCE.toMillis());
            if (some != null && some.length > 0) {
                for (PGNotification each : some) {
                    heard.accept(each.getParameter());
                }
            } else if (!line.isValid(ANSWER_SECONDS)) {
                throw new SQLException("the connection no longer answers");
            }
        }
    }

    /** Whoever waits on it would keep it from being closed in an orderly way. */
    private static void abort(@Nullable Connection line) {
        try {
            if (line != null) {
                line.abort(Runnable::run);
            }
        } catch (SQLException gone) {
            LOG.debug("The connection was gone already", gone);
        }
    }
}
