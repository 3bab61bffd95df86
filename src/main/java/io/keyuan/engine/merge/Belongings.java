package io.keyuan.engine.merge;

import io.keyuan.engine.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What is kept beside records and comes along when they become one. Whoever keeps such a thing has a component for it, which works within
 * the transaction of the merge.
 */
public interface Belongings {

    /**
     * A row that came along, enough to find it again.
     *
     * @param detail what tells it from others with this id; empty where nothing has to
     * @param from the record whose it was
     */
    record Brought(UUID row, String detail, UUID from) {}

    /** Its name in answers and where it is noted what came along; never changed. */
    String name();

    /** How many of it these records have, those that have none left out. */
    Map<UUID, Integer> count(ObjectType type, Set<UUID> records);

    /**
     * Gives it to the record that stays; what that has already stays as it is.
     *
     * @param from those that become it
     */
    List<Brought> bring(ObjectType type, UUID into, Set<UUID> from);

    /** Takes it back, as far as nobody has done so, to the records whose it was. */
    void giveBack(ObjectType type, UUID into, List<Brought> brought);
}
