package io.keyuan.bench.load;

import static io.keyuan.customers.Customer.CUSTOMER;

import io.keyuan.bench.load.SqlClient.Sql;
import io.keyuan.engine.Column;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.text.SearchTokens;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statements by which the program answers, written out: what its answers are compared with. Titles of people are left
 * out, since the program remembers them.
 */
record Statements(UUID tenant) {

    private static final String COLUMNS = columns(CUSTOMER);
    private static final String REVENUE = "coalesce(t.revenue_base, '-Infinity'::numeric)";

    private static String columns(ObjectType type) {
        return type.attributes().stream()
                .filter(attribute -> !attribute.equals(type.deletedAt) && !attribute.equals(type.deletedBy))
                .flatMap(attribute -> attribute.columns().stream())
                .filter(Column::read)
                .map(column -> "t.\"" + column.name() + "\"")
                .collect(Collectors.joining(", "));
    }

    /**
     * The newest records of a kind that meet a condition.
     *
     * @param joins what stands between the table, which is {@code t}, and the condition
     * @param where the condition, which begins with {@code and} where there is one
     * @param parameters of the condition
     */
    List<Sql> newest(ObjectType type, String joins, String where, Object... parameters) {
        String statement = "select " + columns(type) + " from " + type.table() + " t " + joins + " where t.tenant_id = ? and t.deleted_at is null " + where
                + " order by t.created_at desc, t.id desc limit 51";
        return List.of(new Sql(statement, Stream.concat(Stream.of(tenant), Stream.of(parameters)).toList()));
    }

    /** The newest customers, and where asked how many there are up to a thousand. */
    List<Sql> newest(@Nullable UUID owner, boolean counted) {
        return list("", owner, "t.created_at", counted);
    }

    /** Customers of grade A by their revenue, and where asked how many there are up to a thousand. */
    List<Sql> largest(@Nullable UUID owner, boolean counted) {
        return list(" and t.grade = 'a'", owner, REVENUE, counted);
    }

    private List<Sql> list(String filter, @Nullable UUID owner, String key, boolean counted) {
        String own = owner == null ? "" : " and t.owner_id = ?";
        String where = " from customer t where t.tenant_id = ? and t.deleted_at is null" + own + filter;
        List<Object> parameters = owner == null ? List.of(tenant) : List.of(tenant, owner);
        String order = " order by " + key + " desc, t.id desc limit 51";
        var page = new Sql("select " + COLUMNS + ", " + key + where + order, parameters);
        var count = new Sql("select count(*) from (select 1" + where + " limit 1001) first", parameters);
        return counted ? List.of(page, count) : List.of(page);
    }

    /** @param frequent whether what is looked for is in so many documents that the program walks from the newest */
    List<Sql> search(String typed, boolean frequent) {
        String tsquery = "d.tokens @@ '" + SearchTokens.query(typed).tsquery().replace("'", "''") + "'::tsquery";
        var sample = new Sql("select count(*), count(*) filter (where (" + tsquery + ") is true) from " + newest(1_000), List.of(tenant));
        String hits = "select d.record_id, d.object, d.title, d.subtitle, d.body from ";
        String found = "select d.* from search_document d where d.tenant_id = ? and " + tsquery + " and d.above_id is ";
        return frequent
                ? List.of(sample, new Sql(
                        hits + newest(50_000) + " where (" + tsquery + ") is true order by d.record_id desc limit 200", List.of(tenant)))
                : List.of(sample, new Sql(
                        hits + "(" + found + "null union all " + found + "not null) d order by d.record_id::text desc limit 200",
                        List.of(tenant, tenant)));
    }

    private static String newest(int count) {
        return "(select * from search_document d where d.tenant_id = ? order by d.record_id desc limit " + count + ") d";
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
