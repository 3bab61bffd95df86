package io.keyuan.engine.bulk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Which records long work is about: those of a whole list, or some by their ids.
 *
 * @param filter null where {@code ids} says it
 * @param ids null where {@code filter} says it
 */
@NamedInterface("bulk")
public record Chosen(@Nullable String filter, @Nullable List<UUID> ids) {}
