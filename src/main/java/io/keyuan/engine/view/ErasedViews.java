package io.keyuan.engine.view;

import io.keyuan.engine.erasure.RecordsErased;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Views go with the person whose they are. */
@Component
class ErasedViews {

    private final SavedViewStore store;

    ErasedViews(SavedViewStore store) {
        this.store = store;
    }

    @EventListener
    void on(RecordsErased erased) {
        store.deleteOwnedBy(Set.copyOf(erased.ids()));
    }
}
