package io.keyuan.onboarding;

import io.keyuan.engine.Capability;
import io.keyuan.engine.erasure.RecordsErased;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What somebody said goes with them. */
@Component
class ErasedOnboarding {

    private final OnboardingStore store;

    ErasedOnboarding(OnboardingStore store) {
        this.store = store;
    }

    @EventListener
    void on(RecordsErased erased) {
        if (erased.type().can(Capability.PEOPLE)) {
            store.forget(erased.ids().toArray(UUID[]::new));
        }
    }
}
