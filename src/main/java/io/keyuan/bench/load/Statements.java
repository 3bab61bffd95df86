package io.keyuan.bench.load;

import static io.keyuan.customers.Customer.CUSTOMER;

import io.keyuan.bench.load.SqlClient.Sql;
import io.keyuan.engine.Column;
import io.keyuan.engine.text.SearchTokens;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements by which the program answers, written out: what its answers are compared with. Titles of people are left
 * out, since the program remembers them.
 */
record Statements(UUID tenant) {

    private static final String COLUMNS = CUSTOMER.attributes().stream()
            .filter(attribute -> !attribute.equals(CUSTOMER.deletedAt) && !attribute.equals(CUSTOMER.deletedBy))
            .flatMap(attribute -> attribute.columns().stream())
            .filter(Column::read)
            .map(column -> "t.\"" + column.name() + "\"")
            .collect(Collectors.joining(", "));
    private static final String REVENUE = "coalesce(t.revenue_base, '-Infinity'::numeric)";

    /** The newest customers, and how many there are up to a thousand. */
    List<Sql> newest(@Nullable UUID owner) {
        return list("", owner, "t.created_at");
    }

    /** Customers of grade A by their revenue. */
    List<Sql> largest(@Nullable UUID owner) {
        return list(" and t.grade = 'a'", owner, REVENUE);
    }

    private List<Sql> list(String filter, @Nullable UUID owner, String key) {
        String where = " from customer t where t.tenant_id = ? and t.deleted_at is null" + (owner == null ? "" : " and t.owner_id = ?") + filter;
        List<Object> parameters = owner == null ? List.of(tenant) : List.of(tenant, owner);
        return List.of(
                new Sql("select " + COLUMNS + ", " + key + where + " order by " + key + " desc, t.id desc limit 51", parameters),
                new Sql("select count(*) from (select 1" + where + " limit 1001) first", parameters));
    }

    /** @param frequent whether what is looked for is in so many documents that the program walks from the newest */
    List<Sql> search(String typed, boolean frequent) {
        String tsquery = "'" + SearchTokens.query(typed).tsquery().replace("'", "''") + "'::tsquery";
        String found = frequent ? "(d.tokens @@ " + tsquery + ") is true" : "d.tokens @@ " + tsquery;
        String order = frequent ? "d.record_id" : "d.record_id::text";
        return List.of(
                new Sql("select 1 from (select d.tokens from search_document d where d.tenant_id = ? order by d.record_id desc"
                        + " limit 1000) d where (d.tokens @@ " + tsquery + ") is true limit 4", List.of(tenant)),
                new Sql("select d.record_id, d.object, d.title, d.subtitle, d.body from search_document d where d.tenant_id = ?"
                        + " and " + found + " order by " + order + " desc limit 200", List.of(tenant)));
    }

    List<Sql> get(UUID id) {
        return List.of(new Sql(
                "select " + COLUMNS + " from customer t where t.tenant_id = ? and t.id = ? and t.deleted_at is null",
                List.of(tenant, id)));
    }

    List<Sql> edit(UUID id, String remarks) {
        return List.of(new Sql(
                "update customer set remarks = ?, version = version + 1, updated_at = now() where tenant_id = ? and id = ?",
                List.of(remarks, tenant, id)));
    }
}
