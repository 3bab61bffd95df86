package io.keyuan.bench;

import io.keyuan.bench.data.Base;
import io.keyuan.bench.data.Events;
import io.keyuan.bench.data.World;
import io.keyuan.bench.load.Result;
import io.keyuan.bench.load.Run;
import io.keyuan.bench.load.Subject;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Makes a large base in the database of a program, and measures the program on it. */
public final class Bench {

    private Bench() {}

    /** Opens connections to the database of the program; whoever asks closes them. */
    public interface Database {
        Connection open() throws SQLException;
    }

    /**
     * The program to measure.
     *
     * @param address where it answers
     * @param process the number of its process
     * @param tokens makes a token for the person of a login
     */
    public record Program(URI address, long process, Database database, UnaryOperator<String> tokens) {}

    /**
     * How long and what to measure.
     *
     * @param clients how many ask at once, each number for itself
     * @param rows how many rows are imported, 0 for none
     * @param only a part of the names of the works to measure; empty for all
     */
    public record Plan(Duration warmUp, Duration time, List<Integer> clients, int rows, String only) {}

    /** How many customers the base of this database was made with; 0 where there is none. */
    public static int customers(Database database) throws SQLException {
        try (Connection connection = database.open()) {
            return Base.in(connection).customers();
        }
    }

    /**
     * Fills it: customers, twice as many contacts and as many opportunities, all of it or nothing.
     *
     * @param database in which the program has run once and nobody has filled it
     * @param told hears what is being done
     */
    public static void fill(Database database, int customers, Consumer<String> told) throws SQLException, IOException {
        try (Connection connection = database.open()) {
            Base.in(connection).make(new World(customers), told);
        }
    }

    /** Puts so many events into the audit trail of a base, for searches of it. */
    public static void addEvents(Database database, int events) throws SQLException {
        try (Connection connection = database.open()) {
            Events.add(connection, events);
        }
    }

    /**
     * Measures everything the plan names.
     *
     * @param told hears a line of a table for each result, after a line that heads it
     * @return the results as JSON has them
     */
    public static List<Map<String, Object>> run(Program program, Plan plan, Consumer<String> told)
            throws SQLException, IOException {
        int customers = customers(program.database());
        try (Connection connection = program.database().open()) {
            var subject = new Subject(
                    program.address(), program.process(), program.database()::open, Base.in(connection).tenant(),
                    program.tokens());
            told.accept(Result.HEADER);
            return new Run(subject, new World(customers), plan.warmUp(), plan.time())
                    .all(plan.clients(), plan.rows(), plan.only(), result -> told.accept(result.line())).stream()
                    .map(Result::json)
                    .toList();
        }
    }
}
