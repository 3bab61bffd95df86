package io.keyuan.bench.load;

import static io.keyuan.customers.Customer.CUSTOMER;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;

/** All customers as a file, as a list asks for it, and by {@code COPY} of the same columns. */
final class Exporting {

    static final String NAME = "export: all customers, rows";

    private static final int ACCEPTED = 202;

    private final Subject subject;
    private final Processor processor;

    Exporting(Subject subject, Processor processor) {
        this.subject = subject;
        this.processor = processor;
    }

    /** What counts as a request is a row. */
    List<Result> run() throws IOException, SQLException {
        try (var connection = subject.database().open();
                var counted = connection.createStatement().executeQuery(
                        "select count(*) from " + CUSTOMER.table() + " where tenant_id = '" + subject.tenant() + "' and deleted_at is null")) {
            counted.next();
            int rows = counted.getInt(1);
            // The first time each reads what nobody has read yet.
            copy();
            export("csv");
            Timing bare = timed(rows, this::copy);
            return List.of(
                    new Result(NAME + " as CSV", 1, timed(rows, () -> export("csv")), bare),
                    new Result(NAME + " as XLSX", 1, timed(rows, () -> export("xlsx")), bare));
        }
    }

    private Timing timed(int rows, Step step) throws IOException, SQLException {
        Processor.Used before = processor.used();
        long begin = System.nanoTime();
        step.take();
        long nanos = System.nanoTime() - begin;
        return Timing.once(rows, nanos, processor.used().since(before));
    }

    private void export(String format) throws IOException {
        try (var connection = new HttpConnection(subject.address())) {
            String token = subject.administrator();
            var answer = connection.send(Request.post("/api/v1/" + CUSTOMER.path() + "/export", token, "{\"format\":\"" + format + "\"}"));
            if (answer.status() == ACCEPTED) {
                JsonNode job = JobEnd.of(JobEnd.json(answer), connection, token);
                answer = connection.send(Request.get("/api/v1/jobs/" + job.path("id").asString() + "/file", token));
            }
            if (answer.status() >= ACCEPTED) {
                throw new Client.WrongAnswer(answer.status() + " " + answer.text());
            }
        }
    }

    private void copy() throws SQLException, IOException {
        String columns = CUSTOMER.attributes().stream()
                .flatMap(attribute -> attribute.columns().stream())
                .filter(column -> column.read())
                .map(column -> column.name())
                .collect(Collectors.joining(", "));
        try (var connection = subject.database().open()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(
                    "copy (select " + columns + " from " + CUSTOMER.table() + " where tenant_id = '" + subject.tenant()
                            + "' and deleted_at is null order by created_at desc) to stdout (format csv)",
                    OutputStream.nullOutputStream());
        }
    }

    private interface Step {
        void take() throws IOException, SQLException;
    }
}
