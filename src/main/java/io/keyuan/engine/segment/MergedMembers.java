package io.keyuan.engine.segment;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.merge.Belongings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A record that others become is in the segments into which these were put; live ones follow their conditions by themselves. */
@Component
class MergedMembers implements Belongings {

    private final SegmentMembers members;

    MergedMembers(SegmentMembers members) {
        this.members = members;
    }

    @Override
    public String name() {
        return "segments";
    }

    @Override
    public Map<UUID, Integer> count(ObjectType type, Set<UUID> records) {
        return members.count(records);
    }

    @Override
    public List<Brought> bring(ObjectType type, UUID into, Set<UUID> from) {
        return members.join(into, from).entrySet().stream().map(each -> new Brought(each.getKey(), "", each.getValue())).toList();
    }

    @Override
    public void giveBack(ObjectType type, UUID into, List<Brought> brought) {
        members.leave(into, brought.stream().map(Brought::row).collect(Collectors.toSet()));
    }
}
