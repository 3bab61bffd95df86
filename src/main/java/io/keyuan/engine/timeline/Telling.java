package io.keyuan.engine.timeline;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.query.Titles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes answers of found entries: one query for each table they come from, one for what was said of them, one for each object named. */
@Component
class Telling {

    private final Changes changes;
    private final CommentStore comments;
    private final CommentJson commentJson;
    private final FilesAdded files;
    private final Entries entries;
    private final Titles titles;

    Telling(Changes changes, CommentStore comments, CommentJson commentJson, FilesAdded files, Entries entries, Titles titles) {
        this.changes = changes;
        this.comments = comments;
        this.commentJson = commentJson;
        this.files = files;
        this.entries = entries;
        this.titles = titles;
    }

    List<Map<String, @Nullable Object>> of(List<Found> found) {
        var content = new Content(found);
        content.want();
        return found.stream().map(content::item).toList();
    }

    /** Everything a page tells. */
    private final class Content {

        private final List<Found> found;
        private final Map<UUID, Change> changed;
        private final Map<UUID, String> byRules;
        private final Map<UUID, Comment> said;
        private final Map<UUID, FilesAdded.Added> added;
        private final Map<UUID, Entries.Entry> happened;
        private final Map<UUID, List<Comment>> threads;
        private final Names names = new Names();

        Content(List<Found> found) {
            this.found = found;
            changed = changes.read(ids(kind -> kind.equals(Source.CHANGES)));
            byRules = changes.rules(changed.values());
            said = comments.read(ids(kind -> kind.equals(Source.COMMENTS))).stream().collect(Collectors.toMap(Comment::id, Function.identity()));
            added = files.read(ids(kind -> kind.equals(Source.FILES)));
            happened = entries.read(found.stream().filter(each -> each.source().isEntries()).toList());
            threads = threads();
        }

        private List<UUID> ids(java.util.function.Predicate<String> kind) {
            return found.stream().filter(each -> kind.test(each.source().kind())).map(Found::id).toList();
        }

        private Map<UUID, List<Comment>> threads() {
            List<Comment> all = new ArrayList<>(comments.repliesTo(said.keySet(), Comments.MOST_REPLIES));
            Map<UUID, List<Comment>> threads = all.stream()
                    .collect(Collectors.groupingBy(reply -> Objects.requireNonNull(reply.replyTo()), LinkedHashMap::new, Collectors.toList()));
            comments.on(happened.keySet(), Comments.MOST_REPLIES)
                    .forEach(comment -> threads.computeIfAbsent(comment.record(), any -> new ArrayList<>()).add(comment));
            return threads;
        }

        void want() {
            found.forEach(each -> {
                Change change = changed.get(each.id());
                if (change != null) {
                    changes.want(each.source().about(), change, names);
                }
                FilesAdded.Added file = added.get(each.id());
                if (file != null) {
                    files.want(each.source().about(), file, names);
                }
            });
            said.values().forEach(comment -> commentJson.want(comment, names));
            threads.values().stream().flatMap(Collection::stream).forEach(comment -> commentJson.want(comment, names));
            names.read(titles);
        }

        Map<String, @Nullable Object> item(Found one) {
            ObjectType about = one.source().about();
            Map<String, @Nullable Object> item = new LinkedHashMap<>();
            item.put("id", one.id().toString());
            item.put("kind", one.source().kind());
            item.put("at", one.at().toString());
            Change change = changed.get(one.id());
            Comment comment = said.get(one.id());
            FilesAdded.Added file = added.get(one.id());
            Entries.Entry entry = happened.get(one.id());
            if (change != null) {
                changes.tell(about, change, names, byRules, item);
            } else if (comment != null) {
                commentJson.fill(comment, names, item);
                item.put("record", commentJson.record(comment, names));
                item.put("replies", thread(one.id()));
            } else if (file != null) {
                files.tell(about, file, names, item);
            } else if (entry != null) {
                entry.tell(item);
                item.put("comments", thread(one.id()));
            }
            return item;
        }

        private List<Map<String, @Nullable Object>> thread(UUID id) {
            return threads.getOrDefault(id, List.of()).stream().map(comment -> commentJson.of(comment, names)).toList();
        }
    }
}
