package io.keyuan.notifications.letters;

import io.keyuan.engine.Messages;
import io.keyuan.engine.TenantProfile;
import io.keyuan.mail.Addressee;
import io.keyuan.mail.Letter;
import io.keyuan.mail.Post;
import io.keyuan.notifications.inbox.Notification;
import io.keyuan.notifications.inbox.NotificationWords;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Words a letter of what somebody is to be told: one thing by itself, several as a list. */
@Component
class NotificationLetter {

    /** More nobody reads in a letter. */
    private static final int LISTED = 50;

    private final NotificationWords words;
    private final Messages messages;
    private final TenantProfile tenant;
    private final Post post;

    NotificationLetter(NotificationWords words, Messages messages, TenantProfile tenant, Post post) {
        this.words = words;
        this.messages = messages;
        this.tenant = tenant;
        this.post = post;
    }

    private record Line(String text, @Nullable String link) {

        String plain() {
            return link == null ? "- " + text : "- " + text + "\n  " + link;
        }

        String html() {
            String escaped = HtmlUtils.htmlEscape(text);
            return "<li>" + (link == null ? escaped : "<a href=\"" + HtmlUtils.htmlEscape(link) + "\">" + escaped + "</a>") + "</li>";
        }
    }

    /** @return empty where nothing is left that the current caller, who gets it, may know */
    Optional<Letter> of(List<Notification> news, Addressee addressee) {
        Locale language = addressee.language();
        Map<UUID, NotificationWords.Told> told = words.of(news, language);
        List<Line> lines = news.stream()
                .sorted(Comparator.comparing(Notification::at).reversed())
                .map(each -> told.get(each.id()))
                .filter(each -> each != null && (each.notification().record() == null || each.record() != null))
                .limit(LISTED)
                .map(each -> new Line(each.text(), each.path() == null ? null : post.link(each.path())))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(letter(lines, addressee, language));
    }

    private Letter letter(List<Line> lines, Addressee addressee, Locale language) {
        String subject = lines.size() == 1
                ? lines.getFirst().text()
                : messages.text(language, "notification.letter.subject", lines.size(), tenant.name());
        String foot = messages.text(language, "notification.letter.foot", tenant.name());
        String link = post.link("/settings/notifications");
        String text = lines.stream().map(Line::plain).collect(Collectors.joining("\n\n")) + "\n\n--\n" + foot + "\n" + link + "\n";
        String html = "<ul>" + lines.stream().map(Line::html).collect(Collectors.joining()) + "</ul><hr><p><a href=\""
                + HtmlUtils.htmlEscape(link) + "\">" + HtmlUtils.htmlEscape(foot) + "</a></p>";
        return new Letter(addressee.mailbox(), subject, text, html);
    }
}
