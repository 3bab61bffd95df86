package io.keyuan.engine.seal;

import io.keyuan.engine.TenantSeed;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Begins the chain of a new tenant. */
@Component
final class ChainSeed implements TenantSeed {

    private final Chain chain;

    ChainSeed(Chain chain) {
        this.chain = chain;
    }

    @Override
    public void seed(UUID tenant) {
        chain.begin(tenant);
    }
}
