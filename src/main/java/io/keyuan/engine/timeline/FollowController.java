package io.keyuan.engine.timeline;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.api.Addressed;
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

    private final Addressed addressed;
    private final TimelineController.Hosts hosts;
    private final Gate gate;
    private final Follows follows;
    private final Followers followers;

    FollowController(Addressed addressed, TimelineController.Hosts hosts, Gate gate, Follows follows, Followers followers) {
        this.addressed = addressed;
        this.hosts = hosts;
        this.gate = gate;
        this.follows = follows;
        this.followers = followers;
    }

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
    Followers.Told followers(@PathVariable String object, @PathVariable String id) {
        ObjectType type = hosts.object(object);
        gate.enter(type, addressed.id(id));
        return followers.of(type, addressed.id(id));
    }
}
