package io.keyuan.engine.timeline;

import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.RecordPart;
import io.keyuan.engine.query.Titles;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who follows a record. */
@Component
class Followers implements RecordPart {

    private static final int SHOWN = 50;

    private final Follows follows;
    private final ObjectTypes types;
    private final Titles titles;

    Followers(Follows follows, ObjectTypes types, Titles titles) {
        this.follows = follows;
        this.types = types;
        this.titles = titles;
    }

    /** @param items the first who followed it, up to fifty of {@code count} */
    record Told(boolean following, int count, List<Map<String, Object>> items) {}

    @Override
    public String name() {
        return "followers";
    }

    @Override
    public boolean isOf(ObjectType type, boolean deleted) {
        return type.can(Capability.TIMELINE) && !deleted;
    }

    @Override
    public Told of(ObjectType type, UUID id) {
        List<UUID> people = follows.followers(id, SHOWN);
        var names = new Names();
        people.forEach(person -> names.want(types.people(), person));
        names.read(titles);
        int count = people.size() < SHOWN ? people.size() : follows.howMany(id);
        return new Told(follows.isFollowed(id), count, people.stream().map(names::reference).toList());
    }
}
