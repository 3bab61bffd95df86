package io.keyuan.bench.load;

import static io.keyuan.customers.Customer.CUSTOMER;

import io.keyuan.bench.data.Sample;
import io.keyuan.bench.data.World;
import io.keyuan.bench.load.SqlClient.Sql;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Ids;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is written record by record: created, edited. */
final class Writings {

    private final Subject subject;
    private final World world;
    private final Statements statements;
    private final String token;
    private final AtomicInteger made = new AtomicInteger();
    /** Tells the records of this run from those of others; numbers of customers are unique. */
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private final Collection<UUID> bare = new ConcurrentLinkedQueue<>();

    Writings(Subject subject, World world) {
        this.subject = subject;
        this.world = world;
        this.statements = new Statements(subject.tenant());
        this.token = subject.administrator();
    }

    List<Work> all() {
        return List.of(create(), edit());
    }

    private Work create() {
        return new Work(
                "create",
                HttpClient.source(
                        subject.address(),
                        number -> Request.post("/api/v1/customers", token, JsonMapper.shared().writeValueAsString(input())),
                        answer -> answer.status() == 201 && answer.count("\"number\":\"" + run) == 1),
                SqlClient.source(subject.database(), number -> List.of(insert(another()))));
    }

    /** A customer that is not in the base. */
    private Sample another() {
        return world.customer(world.customers() + made.getAndIncrement());
    }

    /** What somebody would send to create a customer like those of the base. */
    Map<String, Object> input() {
        int number = made.getAndIncrement();
        Sample sample = world.customer(world.customers() + number);
        Map<String, Object> input = new LinkedHashMap<>();
        for (Attribute<?> attribute : CUSTOMER.attributes()) {
            Object value = attribute.isWritable() ? json(attribute, sample) : null;
            if (value != null) {
                input.put(attribute.name(), value);
            }
        }
        input.put("number", run + "-" + number);
        return input;
    }

    private static <T> @Nullable Object json(Attribute<T> attribute, Sample sample) {
        T value = sample.get(attribute);
        return value == null ? null : attribute.type().json(value);
    }

    /** The statements that write a customer, where asked with what the trail says of it. */
    List<Sql> inserted(boolean told) {
        Sql insert = insert(another());
        var audit = new Sql(
                "insert into audit (tenant_id, id, at, actor, object, record_id, action, version, after)"
                        + " values (?, ?, now(), ?, 'customer', ?, 'create', 1, ?::jsonb)",
                List.of(subject.tenant(), Ids.next(), subject.tenant(), insert.parameters().get(1), JsonMapper.shared().writeValueAsString(input())));
        return told ? List.of(insert, audit) : List.of(insert);
    }

    /** Ids and numbers of their own, lest rows of a run that was ended are in the way. */
    private Sql insert(Sample sample) {
        UUID id = Ids.next();
        List<String> columns = new ArrayList<>(List.of("tenant_id", "id", "number"));
        List<Object> values = new ArrayList<>(List.of(subject.tenant(), id, run + "-" + id));
        for (Attribute<?> attribute : CUSTOMER.attributes()) {
            if (!attribute.equals(CUSTOMER.id) && !attribute.equals(CUSTOMER.number)) {
                add(attribute, sample, columns, values);
            }
        }
        bare.add(id);
        String places = "?, ".repeat(columns.size() - 1) + "?";
        return new Sql("insert into customer (" + String.join(", ", columns) + ") values (" + places + ")", values);
    }

    private static <T> void add(Attribute<T> attribute, Sample sample, List<String> columns, List<Object> values) {
        @Nullable Object[] cells = new Object[attribute.columns().size()];
        attribute.type().bind(sample.get(attribute), cells);
        for (int i = 0; i < cells.length; i++) {
            Object cell = cells[i];
            if (cell != null) {
                columns.add(attribute.columns().get(i).name());
                values.add(cell);
            }
        }
    }

    private Work edit() {
        return new Work("edit", this::editor, SqlClient.source(
                subject.database(), number -> statements.edit(edited(number), "第" + number + "次修改")));
    }

    private Client editor(int number) throws IOException {
        return new Editor(new HttpConnection(subject.address()), token, world, number, round -> "");
    }

    private UUID edited(int number) {
        return world.customerId(Math.floorMod(number * 7919, world.customers()));
    }

    /** The rows that only the bare statements have written, for taking them away again. */
    Collection<UUID> bare() {
        return bare;
    }
}
