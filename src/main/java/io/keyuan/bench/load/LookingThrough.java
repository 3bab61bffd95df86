package io.keyuan.bench.load;

import static io.keyuan.customers.Customer.CUSTOMER;

import io.keyuan.bench.data.World;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** All customers compared with those they share a key with, and the query that only finds which those are. */
final class LookingThrough {

    static final String NAME = "alike: all customers looked through, records";

    private static final String PATH = "/api/v1/" + CUSTOMER.path() + "/duplicates";

    private final Subject subject;
    private final Once once;
    private final int customers;

    LookingThrough(Subject subject, Processor processor, World world) {
        this.subject = subject;
        this.once = new Once(subject, processor);
        this.customers = world.customers();
    }

    List<Result> run() throws IOException, SQLException {
        String pairs = "select count(*) from (select distinct one.record_id as one_id, other.record_id as other_id"
                + " from (select key from duplicate_key where tenant_id = ? and object = 'customer' group by key having count(*) between 2 and 40) shared"
                + " join duplicate_key one on one.tenant_id = ? and one.object = 'customer' and one.key = shared.key"
                + " join duplicate_key other on other.tenant_id = one.tenant_id and other.object = 'customer' and other.key = one.key"
                + " and other.record_id > one.record_id) pairs";
        // The base was copied in beside the program: what it knows to have keys has none, and gets them the first time.
        once.execute("delete from duplicate_base where tenant_id = ? and object = 'customer'", subject.tenant());
        Timing first = scan();
        once.analyze("duplicate_key");
        Timing bare = once.bare(customers, pairs, subject.tenant(), subject.tenant());
        return List.of(new Result(NAME + " for the first time", 1, first, bare), new Result(NAME, 1, scan(), bare));
    }

    private Timing scan() throws IOException {
        return once.timed(customers, connection -> once.done(connection, once.post(connection, PATH + "/scan", Map.of())));
    }
}
