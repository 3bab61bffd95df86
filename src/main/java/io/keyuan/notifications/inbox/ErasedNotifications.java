package io.keyuan.notifications.inbox;

import io.keyuan.engine.Capability;
import io.keyuan.engine.erasure.RecordsErased;
import io.keyuan.notifications.preferences.PreferenceStore;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records that go for good take along what was told of them; people, what they were told and how they wanted it. */
@Component
class ErasedNotifications {

    private final NotificationStore store;
    private final PreferenceStore preferences;

    ErasedNotifications(NotificationStore store, PreferenceStore preferences) {
        this.store = store;
        this.preferences = preferences;
    }

    @EventListener
    void on(RecordsErased erased) {
        UUID[] gone = erased.ids().toArray(UUID[]::new);
        store.forgetRecords(gone);
        if (erased.type().can(Capability.PEOPLE)) {
            store.forgetPeople(gone);
            preferences.forget(gone);
        }
    }
}
