package io.keyuan.notifications.inbox;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Windows;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the caller has been told, newest first. */
@RestController
@RequestMapping("/api/v1/notifications")
class NotificationController {

    private static final int PAGE = 20;
    private static final int READ_AT_ONCE = 1_000;

    private final NotificationStore store;
    private final NotificationWords words;
    private final Windows windows;
    private final TransactionTemplate transaction;

    NotificationController(NotificationStore store, NotificationWords words, Windows windows, TransactionTemplate transaction) {
        this.store = store;
        this.words = words;
        this.windows = windows;
        this.transaction = transaction;
    }

    @GetMapping
    Map<String, @Nullable Object> list(
            @RequestParam(defaultValue = "false") boolean unread, @RequestParam(required = false) @Nullable String page) {
        List<Notification> found = store.page(unread, PagePlace.of(page), PAGE + 1);
        List<Notification> shown = found.subList(0, Math.min(PAGE, found.size()));
        var told = words.of(shown, Caller.current().locale());
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("items", shown.stream().map(each -> item(Objects.requireNonNull(told.get(each.id())))).toList());
        answer.put("next", found.size() > PAGE ? PagePlace.after(shown.getLast()).page() : null);
        answer.put("unread", store.unread());
        return answer;
    }

    private static Map<String, @Nullable Object> item(NotificationWords.Told told) {
        Notification notification = told.notification();
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("id", notification.id().toString());
        item.put("kind", notification.kind().code());
        item.put("text", told.text());
        item.put("record", record(told.record()));
        item.put("path", told.path());
        item.put("by", notification.by() == null ? null : by(notification.by(), told.by()));
        item.put("count", notification.count());
        item.put("at", notification.at().toString());
        item.put("unread", notification.unread());
        return item;
    }

    private static @Nullable Map<String, Object> record(NotificationWords.@Nullable TitledRecord record) {
        return record == null ? null : Map.of("object", record.type().path(), "id", record.id().toString(), "title", record.title());
    }

    private static Map<String, @Nullable Object> by(UUID id, @Nullable String title) {
        Map<String, @Nullable Object> by = new LinkedHashMap<>();
        by.put("id", id.toString());
        by.put("title", title);
        return by;
    }

    /** Either these or all there are. */
    record Seen(@Nullable List<@Nullable UUID> ids, @Nullable Boolean all) {}

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@RequestBody Seen seen) {
        boolean all = Boolean.TRUE.equals(seen.all());
        if (!all && seen.ids() == null) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("ids", "required"));
        }
        if (seen.ids() != null && seen.ids().size() > READ_AT_ONCE) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("ids", "too-many-ids", READ_AT_ONCE));
        }
        List<UUID> ids = all || seen.ids() == null ? null : seen.ids().stream().filter(Objects::nonNull).toList();
        transaction.executeWithoutResult(status -> {
            store.read(ids, Instant.now());
            windows.tell(Set.of(Caller.current().person()), WrittenNotices.EVENT);
        });
    }
}
