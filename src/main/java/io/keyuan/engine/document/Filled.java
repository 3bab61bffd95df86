package io.keyuan.engine.document;

import java.util.List;
import java.util.Map;

/**
 * What a template gets for one record.
 *
 * @param values as {@link Filling} takes them
 * @param left what stays empty though there may be something
 */
record Filled(Map<String, Object> values, List<LeftEmpty> left) {}
