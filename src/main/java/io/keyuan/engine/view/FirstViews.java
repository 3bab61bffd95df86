package io.keyuan.engine.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** With which view people of a role begin. */
@Component
public class FirstViews {

    private final SavedViewStore store;

    FirstViews(SavedViewStore store) {
        this.store = store;
    }

    /** What a list begins with, as its address says it. */
    public record First(
            UUID id, String filter, List<String> sort, List<String> columns, String shows, @Nullable String group, @Nullable String measure,
            @Nullable String kind) {}

    /** The caller's, by the object's name in code; those of which nothing is arranged are not in it. */
    public Map<String, First> ofCaller() {
        Map<String, First> first = new HashMap<>();
        store.first().forEach(view -> {
            SavedView.Look look = view.look();
            first.put(view.object(), new First(
                    view.id(), look.filter(), look.sort(), look.columns(), look.shows(), look.group(), look.measure(), look.kind()));
        });
        return first;
    }
}
