package io.keyuan.bench.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Times what is done once with many records, by the program and by the database alone. */
final class Once {

    private final Subject subject;
    private final Processor processor;
    private final String token;

    Once(Subject subject, Processor processor) {
        this.subject = subject;
        this.processor = processor;
        this.token = subject.administrator();
    }

    /** Asks the program, and waits until it has done what was asked. */
    interface Step {
        void take(HttpConnection program) throws IOException;
    }

    /** @param count of how many records it is, each of which counts */
    Timing timed(int count, Step step) throws IOException {
        try (var program = new HttpConnection(subject.address())) {
            Processor.Used before = processor.used();
            long begin = System.nanoTime();
            step.take(program);
            return Timing.once(count, System.nanoTime() - begin, processor.used().since(before));
        }
    }

    /** What was timed as one, by how many it was. */
    static Timing each(Timing whole, int count) {
        Processor.Used used = whole.used();
        return new Timing(
                count, whole.perSecond() * count, whole.p50(), whole.p95(),
                new Processor.Used(used.program() / count, used.database() / count, used.load() / count));
    }

    JsonNode post(HttpConnection program, String path, Map<String, Object> body) throws IOException {
        return JobEnd.json(program.send(Request.post(path, token, JsonMapper.shared().writeValueAsString(body))));
    }

    JsonNode get(HttpConnection program, String path) throws IOException {
        return JobEnd.json(program.send(Request.get(path, token)));
    }

    /** @return the id of the job, when it has done what it was to do */
    String done(HttpConnection program, JsonNode job) throws IOException {
        JsonNode ended = JobEnd.of(job, program, token);
        if (!List.of("done", "undone").contains(ended.path("state").asString()) || ended.path("result").path("failed").asInt(0) > 0) {
            throw new Client.WrongAnswer("not every record was done with: " + ended);
        }
        return job.path("id").asString();
    }

    /** Statements in a transaction that ends; what they wrote is taken back afterwards. Each has the same parameters. */
    Timing bare(int count, List<String> statements, Object... parameters) throws SQLException, IOException {
        try (Connection connection = subject.database().open()) {
            connection.setAutoCommit(false);
            try {
                Processor.Used before = processor.used();
                long begin = System.nanoTime();
                for (String statement : statements) {
                    execute(connection, statement, parameters);
                }
                return Timing.once(count, System.nanoTime() - begin, processor.used().since(before));
            } finally {
                connection.rollback();
            }
        }
    }

    Timing bare(int count, String statement, Object... parameters) throws SQLException, IOException {
        return bare(count, List.of(statement), parameters);
    }

    /** In a transaction of its own. */
    void execute(String statement, Object... parameters) throws SQLException {
        try (Connection connection = subject.database().open()) {
            execute(connection, statement, parameters);
        }
    }

    private static void execute(Connection connection, String statement, Object... parameters) throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i] instanceof UUID[] ids ? connection.createArrayOf("uuid", ids) : parameters[i]);
            }
            prepared.execute();
        }
    }

    /** What PostgreSQL does by itself within a minute: until then it takes tables for what they were. */
    void analyze(String... tables) throws SQLException {
        try (Connection connection = subject.database().open(); var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) " + String.join(", ", tables));
        }
    }
}
