package io.keyuan.engine.assign;

import java.util.List;

/**
 * What moves along with a record.
 *
 * @param objects which of the {@link Hanging} ones
 * @param anyone also those that belonged to somebody else than the record did
 * @param all also those that have come to an end
 */
record Along(List<Hanging> objects, boolean anyone, boolean all) {

    static final Along NOTHING = new Along(List.of(), false, false);
}
