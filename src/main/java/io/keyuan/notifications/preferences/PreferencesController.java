package io.keyuan.notifications.preferences;

import io.keyuan.engine.Caller;
import io.keyuan.engine.NoticeKind;
import io.keyuan.engine.TenantSettings;
import io.keyuan.mail.Mailboxes;
import io.keyuan.mail.Post;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where and when the caller wants to be told. */
@RestController
@RequestMapping("/api/v1/notifications/preferences")
class PreferencesController {

    private final PreferenceStore store;
    private final TenantSettings tenant;
    private final Post post;
    private final Mailboxes mailboxes;

    PreferencesController(PreferenceStore store, TenantSettings tenant, Post post, Mailboxes mailboxes) {
        this.store = store;
        this.tenant = tenant;
        this.post = post;
        this.mailboxes = mailboxes;
    }

    @GetMapping
    Map<String, @Nullable Object> read() {
        Set<UUID> me = Set.of(Caller.current().person());
        return answer(Objects.requireNonNull(store.of(me).get(Caller.current().person())));
    }

    @PutMapping
    Map<String, @Nullable Object> change(@RequestBody WantedPreferences wanted) {
        store.set(wanted.checked());
        return read();
    }

    private Map<String, @Nullable Object> answer(NotificationPreferences preferences) {
        Map<String, Object> kinds = new LinkedHashMap<>();
        for (NoticeKind kind : NoticeKind.values()) {
            Channels channels = preferences.of(kind);
            kinds.put(kind.code(), Map.of("app", channels.app(), "mail", channels.mail().code(), "fixed", kind == NoticeKind.SECURITY));
        }
        QuietHours quiet = preferences.quiet();
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("kinds", kinds);
        answer.put("quiet", quiet == null ? null : Map.of("from", quiet.from().toString(), "to", quiet.to().toString()));
        answer.put("timeZone", preferences.zone() == null ? null : preferences.zone().getId());
        answer.put("companyTimeZone", tenant.zone().getId());
        answer.put("mail", mail());
        return answer;
    }

    /** Whether mail reaches the caller, and what hinders it. */
    private String mail() {
        if (!post.isOpen()) {
            return "not-set-up";
        }
        return mailboxes.of(Set.of(Caller.current().person())).isEmpty() ? "no-address" : "possible";
    }
}
