package io.keyuan.engine.attribute;

import io.keyuan.engine.BaseCurrencyChanged;
import io.keyuan.engine.jobs.Errands;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Amounts are calculated in the base currency: in another one everything is something else. */
@Component
class CalculatedAnew {

    private final DefinitionStore store;
    private final Errands errands;
    private final AttributeUpkeep upkeep;

    CalculatedAnew(DefinitionStore store, Errands errands, AttributeUpkeep upkeep) {
        this.store = store;
        this.errands = errands;
        this.upkeep = upkeep;
    }

    @EventListener
    void on(BaseCurrencyChanged changed) {
        store.calculateAnew();
        errands.soon(upkeep);
    }
}
