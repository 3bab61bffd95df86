package io.keyuan.engine;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells the operations that rules carried out on somebody's behalf from those that somebody asked for. */
@FunctionalInterface
public interface RuleOperations {

    /** @return what the rules were called; operations of people are left out */
    Map<UUID, String> names(Set<UUID> operations);
}
