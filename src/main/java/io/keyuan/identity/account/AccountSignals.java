package io.keyuan.identity.account;

import io.keyuan.engine.Signals;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Tells every node that people of a company have changed, and with them perhaps who may sign in and do what. */
@Component
public final class AccountSignals {

    private static final String TOPIC = "people";

    private final Signals signals;

    AccountSignals(Signals signals) {
        this.signals = signals;
    }

    /** With the current transaction. */
    void tell(UUID tenant) {
        signals.tell(TOPIC, tenant.toString());
    }

    /**
     * @param heard hears whose people have changed
     * @param missed it may have been anybody's
     */
    public void listen(Consumer<UUID> heard, Runnable missed) {
        signals.listen(TOPIC, tenant -> heard.accept(UUID.fromString(tenant)), missed);
    }
}
