package io.keyuan.engine.sql;

import java.util.List;

/**
 * A statement that changes rows of one of a tenant's tables, with its values; the tenant is the current caller's by
 * construction.
 *
 * @param rows how many rows it has to change, or {@link #ANY}
 */
public record DataChange(String sql, List<Parameter> parameters, int rows) {

    /** However many there are. */
    static final int ANY = -1;
}
