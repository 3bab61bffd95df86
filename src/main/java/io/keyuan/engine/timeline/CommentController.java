package io.keyuan.engine.timeline;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Ids;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.api.Creations;
import io.keyuan.engine.query.Titles;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Comments on a record. */
@RestController
@RequestMapping("/api/v1/{object}/{id}/comments")
class CommentController {

    private final Addressed addressed;
    private final TimelineController.Hosts hosts;
    private final Comments comments;
    private final Creations creations;
    private final Answered answered;

    CommentController(Addressed addressed, TimelineController.Hosts hosts, Comments comments, Creations creations, Answered answered) {
        this.addressed = addressed;
        this.hosts = hosts;
        this.comments = comments;
        this.creations = creations;
        this.answered = answered;
    }

    /** @param body with {@code @[id]} where somebody is named */
    record Said(@Nullable Object body, @Nullable String replyTo) {

        @Nullable UUID answered() {
            try {
                return replyTo == null ? null : UUID.fromString(replyTo);
            } catch (IllegalArgumentException e) {
                throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("replyTo", "unknown-reference"));
            }
        }
    }

    @PostMapping
    ResponseEntity<Map<String, @Nullable Object>> post(
            @PathVariable String object,
            @PathVariable String id,
            @RequestBody Said said,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        ObjectType type = hosts.object(object);
        UUID record = addressed.id(id);
        UUID fresh = Ids.next();
        Map<String, @Nullable Object> comment = creations.once("comment " + record + " " + said, key, fresh, () -> {
            comments.post(fresh, type, record, said.body(), said.answered());
            return answered.with(fresh);
        }, answered::with);
        return ResponseEntity.created(URI.create("/api/v1/" + object + "/" + id + "/comments/" + comment.get("id"))).body(comment);
    }

    @PutMapping("/{comment}")
    Map<String, @Nullable Object> edit(
            @PathVariable String object, @PathVariable String id, @PathVariable String comment, @RequestBody Said said) {
        UUID changed = addressed.id(comment);
        comments.edit(hosts.object(object), addressed.id(id), changed, said.body());
        return answered.with(changed);
    }

    @DeleteMapping("/{comment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String object, @PathVariable String id, @PathVariable String comment) {
        comments.delete(hosts.object(object), addressed.id(id), addressed.id(comment));
    }

    @PostMapping("/{comment}/restore")
    Map<String, @Nullable Object> restore(@PathVariable String object, @PathVariable String id, @PathVariable String comment) {
        UUID restored = addressed.id(comment);
        comments.restore(hosts.object(object), addressed.id(id), restored);
        return answered.with(restored);
    }

    /** A comment as it now is. */
    @org.springframework.stereotype.Component
    record Answered(CommentStore store, CommentJson json, Titles titles) {

        Map<String, @Nullable Object> with(UUID id) {
            Comment comment = store.read(List.of(id)).getFirst();
            var names = new Names();
            json.want(comment, names);
            names.read(titles);
            return json.of(comment, names);
        }
    }
}
