package io.keyuan.engine.erasure;

import io.keyuan.engine.ObjectType;
import java.util.List;
import java.util.UUID;

/**
 * Records are about to go for good; published in the transaction in which they go, while their rows are still there, so that
 * whoever keeps something beside them lets it go too.
 */
public record RecordsErased(ObjectType type, List<UUID> ids) {}
