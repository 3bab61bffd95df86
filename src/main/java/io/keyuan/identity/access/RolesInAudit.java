package io.keyuan.identity.access;

import io.keyuan.engine.AuditWords;
import io.keyuan.engine.Messages;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Roles by name, and what was changed in them in words. */
@Component
class RolesInAudit implements AuditWords {

    /** What a role allows from then on, and what it allowed before; earlier releases kept the former only. */
    static final String GRANTS = "grants";
    static final String BEFORE = "grantsBefore";

    private static final Set<String> KINDS = Set.of("role-made", "role-changed", "role-reset");

    private final RoleStore store;
    private final GrantsJson json;
    private final RoleDifference difference;
    private final Messages messages;

    RolesInAudit(RoleStore store, GrantsJson json, RoleDifference difference, Messages messages) {
        this.store = store;
        this.json = json;
        this.difference = difference;
        this.messages = messages;
    }

    @Override
    public Map<UUID, String> names(Set<UUID> ids, Locale language) {
        Map<UUID, String> names = new HashMap<>();
        store.all().forEach((id, role) -> {
            if (ids.contains(id)) {
                names.put(id, role.name() != null ? role.name() : messages.text(language, "role." + role.code()));
            }
        });
        return names;
    }

    @Override
    public @Nullable String detail(String kind, String name, Map<String, @Nullable Object> details, Locale language) {
        if (!KINDS.contains(kind)) {
            return null;
        }
        return switch (name) {
            case GRANTS -> difference.words(grants(details.get(BEFORE)), grants(details.get(GRANTS)), language);
            case BEFORE -> "";
            default -> null;
        };
    }

    private Map<String, ObjectGrant> grants(@Nullable Object stored) {
        return stored == null ? Map.of() : json.read(stored.toString());
    }
}
