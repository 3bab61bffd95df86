package io.keyuan.engine.view;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** With which view people of a role begin. */
public interface FirstViews {

    /** What a list begins with, as its address says it. */
    record First(
            UUID id, String filter, List<String> sort, List<String> columns, String shows, @Nullable String group, @Nullable String measure,
            @Nullable String kind) {}

    /** The caller's, by the object's name in code; those of which nothing is arranged are not in it. */
    Map<String, First> ofCaller();
}
