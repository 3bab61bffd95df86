package io.keyuan.engine.timeline;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.query.Titles;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Following a record, and having seen what happened to it. */
@RestController
@RequestMapping("/api/v1/{object}/{id}")
class FollowController {

    private static final int SHOWN = 50;

    private final Addressed addressed;
    private final TimelineController.Hosts hosts;
    private final Gate gate;
    private final Follows follows;
    private final ObjectTypes types;
    private final Titles titles;

    FollowController(Addressed addressed, TimelineController.Hosts hosts, Gate gate, Follows follows, ObjectTypes types, Titles titles) {
        this.addressed = addressed;
        this.hosts = hosts;
        this.gate = gate;
        this.follows = follows;
        this.types = types;
        this.titles = titles;
    }

    /** @param items the first who followed it, up to fifty of {@code count} */
    record Followers(boolean following, int count, List<Map<String, Object>> items) {}

    @PostMapping("/follow")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void follow(@PathVariable String object, @PathVariable String id) {
        ObjectType type = hosts.object(object);
        gate.enter(type, addressed.id(id));
        follows.follow(type, addressed.id(id));
    }

    /** Possible whatever has become of the record. */
    @DeleteMapping("/follow")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unfollow(@PathVariable String object, @PathVariable String id) {
        hosts.object(object);
        follows.unfollow(addressed.id(id));
    }

    @PostMapping("/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(@PathVariable String object, @PathVariable String id) {
        gate.enter(hosts.object(object), addressed.id(id));
        follows.seen(addressed.id(id));
    }

    @GetMapping("/followers")
    Followers followers(@PathVariable String object, @PathVariable String id) {
        UUID record = addressed.id(id);
        gate.enter(hosts.object(object), record);
        List<UUID> people = follows.followers(record, SHOWN);
        var names = new Names();
        people.forEach(person -> names.want(types.people(), person));
        names.read(titles);
        int count = people.size() < SHOWN ? people.size() : follows.howMany(record);
        return new Followers(follows.isFollowed(record), count, people.stream().map(names::reference).toList());
    }
}
