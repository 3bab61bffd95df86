package io.keyuan.engine.segment;

import io.keyuan.engine.erasure.RecordsErased;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records that are erased are in no segment, and what only somebody who is erased had goes with them. */
@Component
class ErasedSegments {

    private final SegmentStore store;
    private final SegmentMembers members;

    ErasedSegments(SegmentStore store, SegmentMembers members) {
        this.store = store;
        this.members = members;
    }

    @EventListener
    void on(RecordsErased erased) {
        members.forget(Set.copyOf(erased.ids()));
        store.deletePrivateOf(Set.copyOf(erased.ids()));
    }
}
