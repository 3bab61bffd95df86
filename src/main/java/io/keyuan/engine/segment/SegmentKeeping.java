package io.keyuan.engine.segment;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.jobs.Jobs;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps segments, and has live ones computed where they are new or say something else. */
@Component
class SegmentKeeping {

    private final SegmentStore store;
    private final SegmentPositions positions;
    private final SegmentMembers members;
    private final Jobs jobs;

    SegmentKeeping(SegmentStore store, SegmentPositions positions, SegmentMembers members, Jobs jobs) {
        this.store = store;
        this.positions = positions;
        this.members = members;
        this.jobs = jobs;
    }

    @Transactional
    public void add(Segment segment) {
        if (store.countOwned(segment.object(), segment.owner()) >= SegmentStore.MOST) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.whole("too-many", SegmentStore.MOST));
        }
        if (!segment.isLive()) {
            store.add(segment);
            return;
        }
        if (store.countLive(segment.object()) >= SegmentStore.MOST_LIVE) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("kind", "too-many", SegmentStore.MOST_LIVE));
        }
        // From here on changes are followed: whatever was written before is seen by the job.
        positions.begin();
        if (store.live().isEmpty()) {
            positions.skip();
        }
        store.add(segment);
        compute(segment);
    }

    @Transactional
    public void replace(Segment before, Segment segment) {
        if (!store.replace(segment)) {
            throw Problem.of(ProblemKind.STALE, Fault.whole("stale"));
        }
        if (segment.isLive() && !segment.filter().equals(before.filter())) {
            compute(segment);
        }
    }

    private void compute(Segment segment) {
        UUID job = jobs.submit(ComputeSegment.KIND, segment.name(), any -> new ComputeSegment.Order(segment.object(), segment.id()));
        store.compute(segment.id(), job);
    }

    @Transactional
    public MemberController.Changed put(Segment segment, ObjectType type, Set<UUID> add, Set<UUID> remove) {
        return new MemberController.Changed(members.put(segment, type, add, true), members.put(segment, type, remove, false));
    }

    @Transactional
    public void delete(UUID segment) {
        store.lock(Set.of(segment));
        store.delete(segment);
    }
}
