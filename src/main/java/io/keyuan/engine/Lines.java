package io.keyuan.engine;

import java.util.List;
import java.util.Map;

/**
 * The rows a record owns, as given by whoever writes the record: each a map from attribute name to JSON value, with
 * {@code id} where the row is there already. The list replaces what is stored.
 */
public record Lines(List<Map<String, Object>> rows) {}
