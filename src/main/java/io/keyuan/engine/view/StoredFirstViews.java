package io.keyuan.engine.view;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Those of the views that are kept which name a role of the caller. */
@Component
class StoredFirstViews implements FirstViews {

    private final SavedViewStore store;

    StoredFirstViews(SavedViewStore store) {
        this.store = store;
    }

    @Override
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
