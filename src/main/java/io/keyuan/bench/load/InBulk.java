package io.keyuan.bench.load;

import static io.keyuan.customers.Customer.CUSTOMER;

import io.keyuan.bench.data.World;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * What a job does with many records: gives them a value, takes it back, keeps them together. In between, lists are asked for as of the
 * moment before. What counts as a request is a record. Afterwards everything is as it was, but for versions and the trail.
 */
final class InBulk {

    private static final String PREFIX = "bulk: ";

    private static final int MOST = 10_000;

    private final Subject subject;
    private final Once once;
    private final Measure measure;
    private final World world;
    private final String token;
    private final Statements statements;

    InBulk(Subject subject, Processor processor, Measure measure, World world) {
        this.subject = subject;
        this.once = new Once(subject, processor);
        this.measure = measure;
        this.world = world;
        this.token = subject.administrator();
        this.statements = new Statements(subject.tenant());
    }

    List<Result> run(Predicate<String> wanted) throws IOException, SQLException {
        boolean edited = wanted.test(PREFIX + "edit") || wanted.test(PREFIX + "as of") || wanted.test(PREFIX + "undo");
        List<Result> results = new ArrayList<>();
        if (edited) {
            results.addAll(editedAndBack());
        }
        if (wanted.test(PREFIX + "segment")) {
            results.addAll(keptTogether());
        }
        return results;
    }

    // ---- edit and undo ----

    private List<Result> editedAndBack() throws IOException, SQLException {
        int count = Math.min(MOST, world.customers());
        List<UUID> ids = IntStream.range(0, count).mapToObj(index -> world.customerId(index * (world.customers() / count))).toList();
        String update = "update customer set website = 'https://example.com', version = version + 1, updated_at = now()"
                + " where tenant_id = ? and id = any(?)";
        // The first time reads what nobody has read yet.
        once.bare(count, update, subject.tenant(), ids.toArray(UUID[]::new));
        Timing bare = once.bare(count, update, subject.tenant(), ids.toArray(UUID[]::new));
        Instant before = Instant.now();
        var job = new String[1];
        Timing edit = once.timed(count, program -> job[0] = once.done(program, once.post(program, "/api/v1/customers/bulk",
                Map.of("ids", ids, "update", Map.of("website", "https://example.com")))));
        Result then = asOf(before, count);
        Timing undo = once.timed(count, program -> once.done(program, once.post(program, "/api/v1/jobs/" + job[0] + "/undo", Map.of())));
        return List.of(
                new Result(PREFIX + "edit of %,d, records".formatted(count), 1, edit, bare), then,
                new Result(PREFIX + "undo of it, records", 1, undo, bare));
    }

    /** Here requests count as requests again. */
    private Result asOf(Instant before, int count) throws IOException, SQLException {
        Request request = Request.get("/api/v1/customers?limit=50&count=none&asOf=" + Request.encoded(before.toString()), token);
        return new Result(
                PREFIX + "as of before it, a page of 50 with %,d changed since".formatted(count), 1,
                measure.of(HttpClient.source(subject.address(), number -> request, answer -> answer.status() == 200), 1),
                measure.of(SqlClient.source(subject.database(), number -> statements.newest(CUSTOMER, "", "")), 1));
    }

    // ---- segments ----

    private List<Result> keptTogether() throws IOException, SQLException {
        var made = new JsonNode[1];
        String filter = "grade == 'a'";
        Timing computed = once.timed(1, program -> made[0] = computed(program, once.post(program, "/api/v1/segments",
                Map.of("object", "customers", "name", "bench " + Instant.now(), "kind", "live", "filter", filter))));
        int members = Math.max(1, made[0].path("members").intValue());
        UUID segment = UUID.fromString(made[0].path("id").asString());
        Timing bare = once.bare(members, "insert into segment_member (tenant_id, segment_id, record_id)"
                + " select tenant_id, '00000000-0000-7000-8000-000000000000', id from customer"
                + " where tenant_id = ? and deleted_at is null and grade = 'a'", subject.tenant());
        once.analyze("segment_member");
        Result page = page(segment);
        try (var program = new HttpConnection(subject.address())) {
            program.send(Request.delete("/api/v1/segments/" + segment, token));
        }
        return List.of(new Result(PREFIX + "segment made of %,d, records".formatted(members), 1, Once.each(computed, members), bare), page);
    }

    private Result page(UUID segment) throws IOException, SQLException {
        Request request = Request.get(
                "/api/v1/customers?limit=50&count=none&sort=-createdAt&filter=" + Request.encoded("inSegment('" + segment + "')"), token);
        return new Result(
                PREFIX + "segment, a page of 50", 1,
                measure.of(HttpClient.source(subject.address(), number -> request, answer -> answer.status() == 200), 1),
                measure.of(SqlClient.source(subject.database(), number -> statements.newest(
                        CUSTOMER, "", "and exists (select 1 from segment_member m where m.tenant_id = t.tenant_id and m.segment_id = ? and m.record_id = t.id)",
                        segment)), 1));
    }

    private JsonNode computed(HttpConnection program, JsonNode segment) throws IOException {
        JsonNode now = segment;
        while (now.path("computedAt").isNull() || now.path("computedAt").isMissingNode()) {
            JobEnd.pause();
            now = JobEnd.json(program.send(Request.get("/api/v1/segments/" + segment.path("id").asString(), token)));
        }
        return now;
    }
}
