package io.keyuan.bench.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Fills the audit trail: looks at customers and what else people do, a year of it that ends now. */
public final class Events {

    /** Ids are in the order of time, as the program makes them; one event in five is a look at a customer. */
    private static final String INSERT =
            """
            insert into audit_event (tenant_id, id, at, actor, kind, object, record_id, details, address)
            select ?,
                   (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(hash, 1, 3) || '8' || substr(hash, 4, 15))::uuid,
                   at,
                   people.ids[1 + number % array_length(people.ids, 1)],
                   (array['sensitive-read', 'signed-in', 'exported', 'role-changed', 'changes-read'])[1 + number % 5],
                   case when number % 5 = 0 then 'customer' end,
                   case when number % 5 = 0 then customers.ids[1 + number % array_length(customers.ids, 1)] end,
                   case when number % 5 = 0 then '{"attributes": ["phone"], "count": 1}'::jsonb else '{}'::jsonb end,
                   '203.0.113.9'
            from (select number, md5(number::text) as hash, now() - (? - number) * (interval '365 days' / ?) as at
                  from generate_series(1, ?) number) every,
                 (select array_agg(id) as ids from (select id from person where tenant_id = ? order by id limit 500) first) people,
                 (select array_agg(id) as ids from (select id from customer where tenant_id = ? order by id limit 1000) first) customers
            """;

    private Events() {}

    public static void add(Connection connection, int many) throws SQLException {
        UUID tenant = Base.in(connection).tenant();
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, tenant);
            insert.setInt(2, many);
            insert.setInt(3, many);
            insert.setInt(4, many);
            insert.setObject(5, tenant);
            insert.setObject(6, tenant);
            insert.executeUpdate();
        }
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) audit_event");
        }
    }
}
