package io.keyuan.engine;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points to a record.
 *
 * @param id null only until the pipeline has found the record by its external id
 * @param title null where it was not asked for, or the reader may not see the record
 */
public record Ref(@Nullable UUID id, @Nullable String externalId, @Nullable String title) {

    public static Ref to(UUID id) {
        return new Ref(id, null, null);
    }

    public static Ref byExternalId(String externalId) {
        return new Ref(null, externalId, null);
    }

    public Ref titled(@Nullable String title) {
        return new Ref(id, externalId, title);
    }

    /** @throws IllegalStateException before the pipeline has resolved it */
    public UUID requireId() {
        if (id == null) {
            throw new IllegalStateException("not resolved: " + externalId);
        }
        return id;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ref ref
                && (id == null ? ref.id == null && String.valueOf(externalId).equals(ref.externalId) : id.equals(ref.id));
    }

    @Override
    public int hashCode() {
        return id == null ? String.valueOf(externalId).hashCode() : id.hashCode();
    }
}
