package io.keyuan.bench.load;

import static io.keyuan.customers.Customer.CUSTOMER;

import io.keyuan.bench.data.World;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Attributes that a company adds. They are calculated, so that every customer has one that varies as a standard attribute does: how long the
 * program takes until all have it, and lists by it beside the same lists by the standard attribute.
 */
final class Added {

    private static final String PREFIX = "added: ";
    private static final String PATH = "/api/v1/" + CUSTOMER.path() + "/attributes";

    private final Subject subject;
    private final Once once;
    private final Measure measure;
    private final int customers;
    private final String token;

    Added(Subject subject, Processor processor, Measure measure, World world) {
        this.subject = subject;
        this.once = new Once(subject, processor);
        this.measure = measure;
        this.customers = world.customers();
        this.token = subject.administrator();
    }

    /** The standard attribute stands where {@code %s} does in what a list is asked for by. */
    private record Compared(String name, String standard, String added, String filter, String sort) {}

    /** All of it or nothing: lists are by what was made before. */
    List<Result> run(Predicate<String> wanted) throws IOException, SQLException {
        if (!wanted.test(PREFIX)) {
            return List.of();
        }
        List<Result> results = new ArrayList<>();
        List<String> made = new ArrayList<>();
        try {
            made.add(made(results, "text", "city",
                    List.of("update customer set custom = custom || jsonb_build_object('x', city) where tenant_id = ?",
                            "insert into attribute_text select tenant_id, '00000000-0000-7000-8000-000000000000', id, coalesce(city, '') from customer where tenant_id = ?")));
            made.add(made(results, "number", "employees",
                    List.of("update customer set custom = custom || jsonb_build_object('x', employees) where tenant_id = ?",
                            "insert into attribute_number select tenant_id, '00000000-0000-7000-8000-000000000000', id, coalesce(employees, '-Infinity'::numeric)"
                                    + " from customer where tenant_id = ?")));
            once.analyze("customer", "attribute_text", "attribute_number");
            results.addAll(lists(made.getFirst(), made.getLast()));
        } finally {
            for (String attribute : made) {
                try (var program = new HttpConnection(subject.address())) {
                    program.send(Request.delete(PATH + "/" + attribute, token));
                }
            }
        }
        return results;
    }

    private List<Result> lists(String city, String employees) throws IOException, SQLException {
        List<Result> results = new ArrayList<>();
        for (Compared compared : List.of(
                new Compared("a frequent text", "city", city, "%s == '上海'", "-createdAt"),
                new Compared("a rare text", "city", city, "%s == '拉萨'", "-createdAt"),
                new Compared("a range of numbers, in their order", "employees", employees, "%s >= 1990", "-%s"),
                new Compared("the largest numbers", "employees", employees, "", "-%s"),
                new Compared("a number and a choice, the newest", "employees", employees, "%s >= 1900 && grade == 'a'", "-createdAt"))) {
            results.add(new Result(PREFIX + "list by " + compared.name(), 1, list(compared, compared.added()), list(compared, compared.standard())));
        }
        return results;
    }

    /** @return the name of a formula that says what another attribute does, when all customers have it */
    private String made(List<Result> results, String type, String formula, List<String> statements) throws IOException, SQLException {
        Timing bare = once.bare(customers, statements, subject.tenant());
        once.analyze("customer", "attribute_" + type);
        var name = new String[1];
        Timing program = once.timed(customers, connection -> {
            name[0] = once.post(connection, PATH, Map.of("label", "bench " + Instant.now(), "type", type, "formula", formula, "filterable", true))
                    .path("name").asString();
            while (!isReady(connection, name[0])) {
                JobEnd.pause();
            }
        });
        results.add(new Result(PREFIX + "formula of " + type + " for all, records", 1, program, bare));
        return name[0];
    }

    private boolean isReady(HttpConnection connection, String name) throws IOException {
        for (var item : once.get(connection, PATH).path("items")) {
            if (item.path("name").asString().equals(name)) {
                return item.path("ready").asBoolean();
            }
        }
        throw new Client.WrongAnswer("no attribute " + name);
    }

    private Timing list(Compared compared, String attribute) throws IOException, SQLException {
        Request request = Request.get("/api/v1/" + CUSTOMER.path() + "?limit=50&count=none&sort=" + compared.sort().formatted(attribute) + "&filter="
                + Request.encoded(compared.filter().formatted(attribute)), token);
        return measure.of(HttpClient.source(subject.address(), number -> request, answer -> answer.status() == 200), 1);
    }
}
