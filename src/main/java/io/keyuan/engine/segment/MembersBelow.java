package io.keyuan.engine.segment;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.following.FollowedRecords;
import io.keyuan.engine.following.Following;
import io.keyuan.engine.jobs.Errands;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks again whether records are members that point to one that has changed, where the condition of a segment goes that way. */
@Component
class MembersBelow extends Following {

    private final SegmentStore store;
    private final SegmentMembers members;

    MembersBelow(
            FollowedRecords due, ObjectTypes types, TransactionTemplate transaction, Errands errands, SegmentStore store, SegmentMembers members) {
        super(due, types, transaction, errands);
        this.store = store;
        this.members = members;
    }

    @Override
    public String name() {
        return "members of segments by other records";
    }

    @Override
    protected void follow(ObjectType type, String subject, List<UUID> records) {
        Set<UUID> live = store.live().stream()
                .filter(segment -> segment.object().equals(type.name()))
                .map(Segment::id)
                .collect(Collectors.toSet());
        members.settle(type, live, Set.copyOf(records));
    }
}
