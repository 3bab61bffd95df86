package io.keyuan.engine.timeline;

import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Comments as answers show them: of a deleted one nothing but its place. */
@Component
class CommentJson {

    private final ObjectTypes types;

    CommentJson(ObjectTypes types) {
        this.types = types;
    }

    void want(Comment comment, Names names) {
        names.want(types.people(), comment.author());
        NamedPeople.in(comment.body()).forEach(person -> names.want(types.people(), person));
        names.want(types.byName(comment.object()), comment.record());
    }

    Map<String, @Nullable Object> of(Comment comment, Names names) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", comment.id().toString());
        fill(comment, names, json);
        return json;
    }

    void fill(Comment comment, Names names, Map<String, @Nullable Object> json) {
        boolean deleted = comment.deletedAt() != null;
        json.put("at", comment.at().toString());
        json.put("by", names.reference(comment.author()));
        json.put("body", deleted ? "" : comment.body());
        json.put("mentions", deleted ? List.of() : NamedPeople.in(comment.body()).stream().map(names::reference).toList());
        json.put("editedAt", comment.editedAt() == null || deleted ? null : comment.editedAt().toString());
        json.put("deleted", deleted);
        json.put("mine", comment.author().equals(Caller.current().person()));
    }

    Map<String, Object> record(Comment comment, Names names) {
        return names.record(java.util.Objects.requireNonNull(types.byName(comment.object())), comment.record());
    }

    static List<UUID> ids(List<Comment> comments) {
        return comments.stream().map(Comment::id).toList();
    }
}
