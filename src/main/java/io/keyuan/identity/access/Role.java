package io.keyuan.identity.access;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people of one kind may. Somebody with several roles may what each of them allows.
 *
 * @param code of a ready-made role; null for one the company made
 * @param name null where the ready-made name holds, in the reader's language
 * @param initial whether somebody who was given no role has this one
 * @param grants by the object's name in code; nothing is allowed with an object that is not named
 */
public record Role(
        UUID id, @Nullable String code, @Nullable String name, @Nullable String description, long version, boolean initial,
        boolean changed, Map<String, ObjectGrant> grants) {

    public Role {
        grants = Map.copyOf(grants);
    }

    /** What it is called in every installation. */
    String key() {
        return code == null ? Objects.requireNonNull(name) : code;
    }

    ObjectGrant grant(String object) {
        return grants.getOrDefault(object, ObjectGrant.NOTHING);
    }
}
