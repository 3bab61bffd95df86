package io.keyuan.engine.timeline;

import io.keyuan.engine.BadValue;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.TextType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What people say about records: whoever sees a record may, and changes only what is their own. */
@Service
class Comments {

    private static final int LONGEST = 5_000;
    /** So that a thread can always be shown as a whole. */
    static final int MOST_REPLIES = 100;

    private final CommentStore store;
    private final Gate gate;
    private final Naming naming;
    private final Follows follows;
    private final NewsOfComments news;
    private final TransactionTemplate transaction;

    Comments(CommentStore store, Gate gate, Naming naming, Follows follows, NewsOfComments news, TransactionTemplate transaction) {
        this.store = store;
        this.gate = gate;
        this.naming = naming;
        this.follows = follows;
        this.news = news;
        this.transaction = transaction;
    }

    /** Whoever is named in it, and whoever says it, follows the record from then on. */
    void post(UUID id, ObjectType type, UUID record, @Nullable Object body, @Nullable UUID replyTo) {
        transaction.executeWithoutResult(status -> {
            UUID anchor = gate.enter(type, record);
            Answered answered = replyTo == null ? Answered.NOBODY : answered(record, replyTo);
            UUID me = Caller.current().person();
            var comment = new Comment(id, type.name(), record, answered.top(), text(body), now(), me, null, null);
            Set<UUID> named = naming.check(type, comment, Set.of());
            store.add(comment, anchor);
            naming.tell(type, comment, named);
            news.posted(type, comment, named, answered.authors());
            follows.join(type, record, Set.of(me));
        });
    }

    /**
     * Whom a comment answers.
     *
     * @param top the comment under which it stands; null where it answers none
     */
    private record Answered(@Nullable UUID top, Set<UUID> authors) {
        static final Answered NOBODY = new Answered(null, Set.of());
    }

    /** An answer to an answer stands beside it, under the comment both belong to. */
    private Answered answered(UUID record, UUID replyTo) {
        Comment there = store.lock(record, replyTo);
        Comment top = there == null || there.replyTo() == null ? there : store.lock(record, there.replyTo());
        if (there == null || top == null || there.deletedAt() != null) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("replyTo", "unknown-reference"));
        }
        if (store.replies(top.id()) >= MOST_REPLIES) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("replyTo", "too-many-replies", MOST_REPLIES));
        }
        store.countReplies(top.id(), 1);
        return new Answered(top.id(), Stream.of(top, there).map(Comment::author).collect(Collectors.toSet()));
    }

    void edit(ObjectType type, UUID record, UUID id, @Nullable Object body) {
        transaction.executeWithoutResult(status -> {
            gate.enter(type, record);
            Comment old = mine(record, id, false);
            String text = text(body);
            if (!text.equals(old.body())) {
                var said = new Comment(id, old.object(), record, old.replyTo(), text, old.at(), old.author(), now(), null);
                Set<UUID> before = NamedPeople.in(old.body());
                Set<UUID> named = naming.check(type, said, before);
                store.say(id, text, now());
                naming.forget(said, before);
                naming.tell(type, said, named);
                news.edited(type, said, named);
            }
        });
    }

    void delete(ObjectType type, UUID record, UUID id) {
        become(type, record, id, now());
    }

    void restore(ObjectType type, UUID record, UUID id) {
        become(type, record, id, null);
    }

    private void become(ObjectType type, UUID record, UUID id, @Nullable Instant deleted) {
        transaction.executeWithoutResult(status -> {
            gate.enter(type, record);
            Comment comment = mine(record, id, deleted == null);
            store.delete(id, deleted);
            if (comment.replyTo() != null) {
                store.countReplies(comment.replyTo(), deleted == null ? 1 : -1);
            }
        });
    }

    private Comment mine(UUID record, UUID id, boolean deleted) {
        Comment comment = store.lock(record, id);
        if (comment == null || (comment.deletedAt() != null) != deleted) {
            throw Problem.notFound();
        }
        if (!comment.author().equals(Caller.current().person())) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("not-your-comment"));
        }
        return comment;
    }

    private static String text(@Nullable Object body) {
        try {
            String text = body == null ? "" : TextType.lines(body, LONGEST);
            if (text.isEmpty()) {
                throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("body", "required"));
            }
            return text;
        } catch (BadValue e) {
            throw Problem.of(ProblemKind.RULE_BROKEN, new Fault("body", e.code(), e.args()));
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    static Set<UUID> without(Set<UUID> some, Set<UUID> others) {
        Set<UUID> left = new HashSet<>(some);
        left.removeAll(others);
        return left;
    }
}
