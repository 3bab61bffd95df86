package io.keyuan.backup.format;

import java.util.List;

/**
 * What stands before the rows of a table.
 *
 * @param columns the cells of each row; the first one says whose the row is
 */
public record Columns(String table, List<String> columns) {}
