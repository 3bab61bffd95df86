package io.keyuan.engine;

import java.util.Set;
import java.util.UUID;

/** The open windows of people, on all nodes. */
public interface Windows {

    /**
     * Lets them hear an event soon after the commit of the current transaction; as {@link Signals#mention}, so whoever needs to
     * know for good looks when a window opens.
     *
     * @param people of the current caller's company
     * @param event lower case letters
     */
    void tell(Set<UUID> people, String event);
}
