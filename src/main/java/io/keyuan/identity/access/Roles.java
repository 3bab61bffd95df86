package io.keyuan.identity.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The roles of a company, and who has which. */
final class Roles {

    private final Map<UUID, Role> byId;
    private final Map<UUID, Set<UUID>> ofPeople;
    private final List<Role> initial;
    private final Map<Combined, ObjectGrant> combined = new ConcurrentHashMap<>();

    private record Combined(UUID person, String object) {}

    Roles(Map<UUID, Role> byId, Map<UUID, Set<UUID>> ofPeople) {
        this.byId = Map.copyOf(byId);
        this.ofPeople = Map.copyOf(ofPeople);
        this.initial = byId.values().stream().filter(Role::initial).toList();
    }

    /** @return nothing is allowed by a role that is no longer there */
    ObjectGrant ofRole(UUID role, String object) {
        Role known = byId.get(role);
        return known == null ? ObjectGrant.NOTHING : known.grant(object);
    }

    List<Role> of(UUID person) {
        Set<UUID> given = ofPeople.getOrDefault(person, Set.of());
        return given.isEmpty() ? initial : given.stream().filter(byId::containsKey).map(role -> byId.get(role)).toList();
    }

    /** What somebody may with an object by all their roles. */
    ObjectGrant grant(UUID person, String object) {
        return combined.computeIfAbsent(new Combined(person, object), wanted -> of(wanted.person()).stream()
                .map(role -> role.grant(wanted.object()))
                .reduce(ObjectGrant::and)
                .orElse(ObjectGrant.NOTHING));
    }
}
