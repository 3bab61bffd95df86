package io.keyuan.engine.timeline;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.query.Titles;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Naming people in comments: only those who may see the record, and they learn of it. */
@Component
class Naming {

    private static final int MOST = 20;

    private final ObjectTypes types;
    private final Titles titles;
    private final Gate gate;
    private final Mentions mentions;
    private final Follows follows;

    Naming(ObjectTypes types, Titles titles, Gate gate, Mentions mentions, Follows follows) {
        this.types = types;
        this.titles = titles;
        this.gate = gate;
        this.mentions = mentions;
        this.follows = follows;
    }

    /**
     * @param before who was named already
     * @return who is named for the first time
     * @throws Problem that tells their names where some of them may not see the record
     */
    Set<UUID> check(ObjectType type, Comment comment, Set<UUID> before) {
        Set<UUID> named = NamedPeople.in(comment.body());
        if (named.size() > MOST) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("body", "too-many-named", MOST));
        }
        Set<UUID> fresh = Comments.without(named, before);
        Set<UUID> blind = Comments.without(fresh, gate.readers(type, comment.record(), fresh));
        if (!blind.isEmpty()) {
            throw refusal(blind);
        }
        return Comments.without(fresh, Set.of(comment.author()));
    }

    private Problem refusal(Set<UUID> blind) {
        Map<UUID, String> names = titles.of(types.people(), blind);
        if (names.size() < blind.size()) {
            return Problem.of(ProblemKind.RULE_BROKEN, Fault.at("body", "unknown-person"));
        }
        return Problem.of(ProblemKind.RULE_BROKEN, Fault.at("body", "may-not-see", String.join(", ", names.values())));
    }

    void tell(ObjectType type, Comment comment, Set<UUID> named) {
        mentions.add(comment, named);
        follows.join(type, comment.record(), named);
    }

    /** Those a changed comment no longer names. */
    void forget(Comment comment, Set<UUID> before) {
        mentions.remove(comment.id(), Comments.without(before, NamedPeople.in(comment.body())));
    }
}
