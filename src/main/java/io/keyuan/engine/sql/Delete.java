package io.keyuan.engine.sql;

import java.util.List;
import java.util.UUID;

/** Takes away the rows of one of a tenant's tables that have one of these ids; it may have none. */
public final class Delete {

    private final String sql;

    /** @param id the column that holds the ids */
    public Delete(String table, String id) {
        sql = "delete from " + Insert.quoted(table) + " t where t.tenant_id = ? and t." + Insert.quoted(id) + " = any(?)";
    }

    public DataChange of(List<UUID> ids) {
        return new DataChange(
                sql,
                List.of(Parameter.tenant(), new Parameter.Many("uuid", ids.toArray())),
                DataChange.ANY);
    }
}
