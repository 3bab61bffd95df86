package io.keyuan.engine.timeline;

import io.keyuan.engine.Notice;
import io.keyuan.engine.NoticeKind;
import io.keyuan.engine.Notices;
import io.keyuan.engine.ObjectType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells people of comments: whoever is named or answered, and whoever follows the record; each of them once. */
@Component
class NewsOfComments {

    /** Of a record that more people follow, the first hear of each comment. */
    private static final int FOLLOWERS = 100;

    private final Notices notices;
    private final Follows follows;

    NewsOfComments(Notices notices, Follows follows) {
        this.notices = notices;
        this.follows = follows;
    }

    /** @param answered whose comments it answers */
    void posted(ObjectType type, Comment comment, Set<UUID> named, Set<UUID> answered) {
        Set<UUID> replied = Comments.without(answered, named);
        Set<UUID> followers = new HashSet<>(follows.followers(comment.record(), FOLLOWERS));
        followers.removeAll(named);
        followers.removeAll(replied);
        notices.tell(List.of(
                of(NoticeKind.MENTIONED, named, type, comment),
                of(NoticeKind.REPLIED, replied, type, comment),
                of(NoticeKind.FOLLOWED, followers, type, comment).from("record/" + comment.record()).with(Map.of("what", "comment"))));
    }

    /** @param named those who are named for the first time */
    void edited(ObjectType type, Comment comment, Set<UUID> named) {
        notices.tell(of(NoticeKind.MENTIONED, named, type, comment));
    }

    private static Notice of(NoticeKind kind, Set<UUID> people, ObjectType type, Comment comment) {
        return Notice.about(kind, people, type, comment.record()).from("comment/" + comment.id());
    }
}
