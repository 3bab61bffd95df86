package io.keyuan.engine;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a module says what it has kept in the {@linkplain AuditTrail audit trail} in a way of its own. */
public interface AuditWords {

    /** What things of the module that are no records are called now, or were called at last. @return those of these that it knows */
    Map<UUID, String> names(Set<UUID> ids, Locale language);

    /**
     * A detail of an event in words.
     *
     * @param kind of the event
     * @param name of the detail, which is among the details
     * @return null where the value says it itself; empty where another detail says it too
     */
    @Nullable String detail(String kind, String name, Map<String, @Nullable Object> details, Locale language);
}
