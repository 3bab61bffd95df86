package io.keyuan.engine;

import java.util.UUID;

/** What a tenant needs before its first record. */
public interface TenantSeed {

    /** Called once, in the transaction that makes the tenant. */
    void seed(UUID tenant);
}
