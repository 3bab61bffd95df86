package io.keyuan.bench.load;

import static io.keyuan.customers.Customer.CUSTOMER;

import io.keyuan.bench.data.CustomerRows;
import io.keyuan.bench.data.World;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Many rows at once: as a file or in batches to the program, and by {@code COPY} into the same table with its indexes. */
final class Importing {

    private static final int BATCH = 1_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Subject subject;
    private final Processor processor;
    private final Writings writings;
    private final CustomerRows rows;

    Importing(Subject subject, Processor processor, World world, Writings writings) {
        this.subject = subject;
        this.processor = processor;
        this.writings = writings;
        this.rows = new CustomerRows(world, subject.tenant());
    }

    /** @param count of rows; what counts as a request is one of them */
    List<Result> run(int count) throws IOException, SQLException {
        Timing bare = timed(count, () -> copy(count));
        Timing file = timed(count, () -> upload(count));
        Timing batches = timed(count, () -> batches(count));
        return List.of(
                new Result("import of a file, rows", 1, file, bare),
                new Result("batches of " + BATCH + ", rows", 1, batches, bare));
    }

    private List<Long> upload(int count) throws IOException {
        var upload = new Upload(subject.administrator(), inputs(count));
        try (var connection = new HttpConnection(subject.address())) {
            long begin = System.nanoTime();
            upload.complete(connection, subject.administrator());
            return List.of(System.nanoTime() - begin);
        }
    }

    private Timing timed(int count, Step step) throws IOException, SQLException {
        Processor.Used before = processor.used();
        List<Long> nanos = step.take();
        Processor.Used used = processor.used().since(before);
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        double seconds = nanos.stream().mapToLong(Long::longValue).sum() / NANOS_PER_SECOND;
        double p50 = sorted[sorted.length / 2] / NANOS_PER_MILLI;
        double p95 = sorted[sorted.length * 95 / 100] / NANOS_PER_MILLI;
        return new Timing(count, count / seconds, p50, p95, used.per(count));
    }

    private List<Long> batches(int count) throws IOException {
        List<Long> nanos = new ArrayList<>();
        try (var connection = new HttpConnection(subject.address())) {
            for (int sent = 0; sent < count; sent += BATCH) {
                int size = Math.min(BATCH, count - sent);
                Request request = batch(size);
                long begin = System.nanoTime();
                HttpConnection.Answer answer = connection.send(request);
                nanos.add(System.nanoTime() - begin);
                if (answer.status() != 200 || answer.count("\"status\":201") != size) {
                    throw new Client.WrongAnswer("a batch failed: " + answer.text());
                }
            }
        }
        return nanos;
    }

    private Request batch(int size) {
        String json = JsonMapper.shared().writeValueAsString(Map.of("create", inputs(size)));
        return Request.post("/api/v1/" + CUSTOMER.path() + "/batch", subject.administrator(), json);
    }

    private List<Map<String, Object>> inputs(int count) {
        return Stream.generate(writings::input).limit(count).toList();
    }

    private List<Long> copy(int count) throws SQLException, IOException {
        try (var connection = subject.database().open()) {
            byte[] text = rows.text(count);
            long begin = System.nanoTime();
            rows.copy(connection, text);
            long end = System.nanoTime();
            rows.remove(connection, count);
            return List.of(end - begin);
        }
    }

    private interface Step {
        List<Long> take() throws IOException, SQLException;
    }
}
