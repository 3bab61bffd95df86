package io.keyuan.engine.timeline;

import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.api.Addressed;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to a record: the whole of it, and its own changes alone. */
@RestController
class TimelineController {

    private final Addressed addressed;
    private final Hosts hosts;
    private final Timelines timelines;

    TimelineController(Addressed addressed, Hosts hosts, Timelines timelines) {
        this.addressed = addressed;
        this.hosts = hosts;
        this.timelines = timelines;
    }

    @GetMapping("/api/v1/{object}/{id}/timeline")
    Map<String, @Nullable Object> timeline(
            @PathVariable String object,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(defaultValue = "" + Timelines.USUAL) int limit,
            @RequestParam(required = false) @Nullable String kinds) {
        return timelines.of(hosts.object(object), addressed.id(id), page, limit, kinds);
    }

    @GetMapping("/api/v1/{object}/{id}/history")
    Map<String, @Nullable Object> history(
            @PathVariable String object, @PathVariable String id, @RequestParam(required = false) @Nullable String page) {
        return timelines.history(addressed.object(object), addressed.id(id), page);
    }

    /** The objects with a timeline. */
    @Component
    record Hosts(Addressed addressed) {

        ObjectType object(String path) {
            ObjectType type = addressed.object(path);
            if (!type.can(Capability.TIMELINE)) {
                throw Problem.notFound();
            }
            return type;
        }
    }
}
