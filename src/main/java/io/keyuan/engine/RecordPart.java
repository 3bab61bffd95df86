package io.keyuan.engine;

import java.util.UUID;

/** Something that stands beside a record on its page. Whoever keeps it has a component that tells it; the page gets all in one answer. */
public interface RecordPart {

    /** In the answer, and in what is asked for. */
    String name();

    /** Whether records of the object have it, those in the recycle bin or the others. */
    boolean isOf(ObjectType type, boolean deleted);

    /**
     * @param id of a record that is there for the caller
     * @return what becomes JSON
     */
    Object of(ObjectType type, UUID id);
}
