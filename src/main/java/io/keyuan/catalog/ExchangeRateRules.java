package io.keyuan.catalog;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Rules;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A rate that was entered holds for the next amount, not only when the old ones are forgotten. */
@Component
class ExchangeRateRules implements Rules<ExchangeRate> {

    private final CatalogRates rates;

    ExchangeRateRules(CatalogRates rates) {
        this.rates = rates;
    }

    @Override
    public void written(Batch batch) {
        UUID tenant = Caller.current().tenant();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                rates.forget(tenant);
            }
        });
    }
}
