package io.keyuan.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;

/**
 * The processor time that program, database and load have used, as Linux counts it.
 *
 * @param program the number of the program's process
 * @param postmaster the number of the server's main process
 */
record Processor(long program, long postmaster) {

    private static final int PARENT = 1;
    private static final int OWN_USER = 11;
    private static final int OWN_SYSTEM = 12;
    private static final int ENDED_USER = 13;
    private static final int ENDED_SYSTEM = 14;
    /** Linux reports in hundredths of a second on every machine we serve. */
    private static final double MILLIS_PER_TICK = 10;

    static Processor of(long program, Connections database) throws SQLException, IOException {
        try (var connection = database.open(); var statement = connection.createStatement()) {
            var result = statement.executeQuery("select pg_backend_pid()");
            result.next();
            return new Processor(program, field(stat(result.getLong(1)), PARENT));
        }
    }

    /** What has been used until now. */
    Used used() throws IOException {
        return new Used(own(program), database(), own(ProcessHandle.current().pid()));
    }

    private static double own(long process) throws IOException {
        String stat = stat(process);
        return (field(stat, OWN_USER) + field(stat, OWN_SYSTEM)) * MILLIS_PER_TICK;
    }

    /** The server's processes, those that have ended too: they are counted with their parent. */
    private double database() throws IOException {
        String main = stat(postmaster);
        double ended = (field(main, ENDED_USER) + field(main, ENDED_SYSTEM)) * MILLIS_PER_TICK;
        double running = own(postmaster);
        for (long child : children()) {
            running += ownOrEnded(child);
        }
        return running + ended;
    }

    private static double ownOrEnded(long process) throws IOException {
        try {
            return own(process);
        } catch (NoSuchFileException endedMeanwhile) {
            return 0;
        }
    }

    private long[] children() {
        try (Stream<ProcessHandle> children = ProcessHandle.of(postmaster).stream().flatMap(ProcessHandle::children)) {
            return children.mapToLong(ProcessHandle::pid).toArray();
        }
    }

    private static String stat(long process) throws IOException {
        return Files.readString(Path.of("/proc", String.valueOf(process), "stat"));
    }

    /** A field behind the name, which is in brackets and may hold anything. */
    private static long field(String stat, int index) {
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[index]);
    }

    /** Milliseconds. */
    record Used(double program, double database, double load) {

        Used since(Used before) {
            return new Used(program - before.program, database - before.database, load - before.load);
        }

        Used per(long requests) {
            return new Used(program / requests, database / requests, load / requests);
        }
    }
}
