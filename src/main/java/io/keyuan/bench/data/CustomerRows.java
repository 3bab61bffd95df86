package io.keyuan.bench.data;

import static io.keyuan.customers.Customer.CUSTOMER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;

/** Customers that are not in the base, put there without the program and taken away again. */
public final class CustomerRows {

    private final World world;
    private final UUID tenant;
    private final CopyRows rows;

    public CustomerRows(World world, UUID tenant) {
        this.world = world;
        this.tenant = tenant;
        this.rows = new CopyRows(CUSTOMER, tenant);
    }

    public byte[] text(int count) {
        var text = new CopyText();
        IntStream.range(0, count).mapToObj(this::another).forEach(sample -> rows.write(sample, text));
        return text.bytes();
    }

    private Sample another(int index) {
        return world.customer(world.customers() + index);
    }

    /** Stores rows as {@link #text} has written them, in a transaction of their own. */
    public void copy(Connection connection, byte[] text) throws SQLException, IOException {
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn(rows.statement(), new ByteArrayInputStream(text));
    }

    /** Takes away the first of them. */
    public void remove(Connection connection, int count) throws SQLException {
        List<UUID> ids = IntStream.range(0, count).mapToObj(index -> world.customerId(world.customers() + index)).toList();
        remove(connection, tenant, ids);
    }

    /** Takes away customers that nothing hangs on, and what they leave behind in the table. */
    public static void remove(Connection connection, UUID tenant, Collection<UUID> ids) throws SQLException {
        try (var statement = connection.prepareStatement("delete from customer where tenant_id = ? and id = any(?)")) {
            statement.setObject(1, tenant);
            statement.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
            statement.executeUpdate();
        }
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum customer");
        }
    }
}
