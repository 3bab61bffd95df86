package io.keyuan.engine.timeline;

import io.keyuan.engine.query.Titles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What others did that concerns the caller: where they were named, and what happened to what they follow. */
@RestController
class NewsController {

    private static final int PAGE = 20;

    private final Mentions mentions;
    private final CommentStore comments;
    private final CommentJson json;
    private final FollowedList followed;
    private final Titles titles;

    NewsController(Mentions mentions, CommentStore comments, CommentJson json, FollowedList followed, Titles titles) {
        this.mentions = mentions;
        this.comments = comments;
        this.json = json;
        this.followed = followed;
        this.titles = titles;
    }

    @GetMapping("/api/v1/mentions")
    Map<String, @Nullable Object> mentions(@RequestParam(required = false) @Nullable String page) {
        List<Mentions.Mention> found = mentions.ofMe(Place.of(page), PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Mentions.Mention> shown = more ? found.subList(0, PAGE) : found;
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("items", items(shown));
        body.put("next", more ? new Place(shown.getLast().at(), shown.getLast().id()).page() : null);
        body.put("unread", mentions.unseen());
        return body;
    }

    private List<Map<String, @Nullable Object>> items(List<Mentions.Mention> shown) {
        Map<UUID, Comment> said = comments.read(shown.stream().map(Mentions.Mention::id).toList()).stream()
                .collect(Collectors.toMap(Comment::id, Function.identity()));
        var names = new Names();
        said.values().forEach(comment -> json.want(comment, names));
        names.read(titles);
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        shown.forEach(mention -> {
            Comment comment = Objects.requireNonNull(said.get(mention.id()));
            Map<String, @Nullable Object> item = json.of(comment, names);
            item.put("record", json.record(comment, names));
            item.put("unread", mention.unseen());
            items.add(item);
        });
        return items;
    }

    @GetMapping("/api/v1/followed")
    Map<String, Object> followed() {
        List<FollowedList.Followed> all = followed.ofMe();
        var names = new Names();
        all.forEach(each -> names.want(each.type(), each.id()));
        names.read(titles);
        return Map.of("items", all.stream().map(each -> item(each, names)).toList());
    }

    private static Map<String, @Nullable Object> item(FollowedList.Followed followed, Names names) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("record", names.record(followed.type(), followed.id()));
        item.put("since", followed.since().toString());
        item.put("news", followed.news());
        item.put("latest", followed.latest() == null ? null : followed.latest().toString());
        return item;
    }
}
