package io.keyuan.identity.access;

import io.keyuan.engine.Caller;
import io.keyuan.engine.KnownRoles;
import io.keyuan.engine.Messages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Roles by what they are called. */
@Component
class RolesByName implements KnownRoles {

    private final RoleStore store;
    private final Messages messages;

    RolesByName(RoleStore store, Messages messages) {
        this.store = store;
        this.messages = messages;
    }

    @Override
    public Map<UUID, String> all() {
        Map<UUID, String> names = new LinkedHashMap<>();
        store.all().forEach((id, role) -> names.put(
                id, role.name() == null ? messages.text(Caller.current().locale(), "role." + role.code()) : role.name()));
        return names;
    }

    @Override
    public Map<UUID, String> keys() {
        Map<UUID, String> keys = new LinkedHashMap<>();
        store.all().forEach((id, role) -> keys.put(id, role.key()));
        return keys;
    }

    @Override
    public Set<UUID> ofCaller() {
        return store.current().of(Caller.current().person()).stream().map(Role::id).collect(Collectors.toUnmodifiableSet());
    }
}
