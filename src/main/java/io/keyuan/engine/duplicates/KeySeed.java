package io.keyuan.engine.duplicates;

import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.TenantSeed;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A new company has no record without its keys. */
@Component
class KeySeed implements TenantSeed {

    private final KeyStore keys;
    private final ObjectTypes types;

    KeySeed(KeyStore keys, ObjectTypes types) {
        this.keys = keys;
        this.types = types;
    }

    @Override
    public void seed(UUID tenant) {
        types.all().stream().filter(type -> type.sameness() != null).forEach(keys::made);
    }
}
