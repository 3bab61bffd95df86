package io.keyuan.engine;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file as the value of an attribute. It never changes: who replaces it gives the attribute another one.
 *
 * @param id by which it was brought, and by which it is asked for beside its record
 * @param name as people see it; empty until the pipeline has found the file
 * @param size in bytes
 * @param mediaType by its content
 */
public record AttachedFile(UUID id, String name, long size, String mediaType) {

    /** One of which no more is known than its id, until the pipeline has found it. */
    static AttachedFile named(UUID id) {
        return new AttachedFile(id, "", 0, "");
    }

    /** As a cell of a file says it, from which it is read again. */
    public String cell() {
        return name + " [" + id + "]";
    }

    /** By the id alone: what is given says no more. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AttachedFile file && id.equals(file.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
