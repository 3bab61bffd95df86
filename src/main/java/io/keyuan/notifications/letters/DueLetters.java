package io.keyuan.notifications.letters;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Callers;
import io.keyuan.mail.Addressee;
import io.keyuan.mail.Mailboxes;
import io.keyuan.mail.Post;
import io.keyuan.notifications.inbox.Notification;
import io.keyuan.notifications.inbox.NotificationStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Takes what is due and gives letters to the post in the same transaction: nothing is written twice. Each letter is worded with the
 * eyes of whoever gets it, and says nothing of what they may no longer see.
 */
@Component
class DueLetters {

    private static final int TOGETHER = 200;

    private final NotificationStore store;
    private final Post post;
    private final Mailboxes mailboxes;
    private final Callers callers;
    private final NotificationLetter letter;

    DueLetters(NotificationStore store, Post post, Mailboxes mailboxes, Callers callers, NotificationLetter letter) {
        this.store = store;
        this.post = post;
        this.mailboxes = mailboxes;
        this.callers = callers;
        this.letter = letter;
    }

    Set<UUID> due(Instant now) {
        return store.mailDue(now);
    }

    /** @return whether there may be more */
    boolean write(Instant now) {
        List<Notification> taken = store.takeMailDue(now, TOGETHER);
        if (!taken.isEmpty() && post.isOpen()) {
            Map<UUID, List<Notification>> byPerson = taken.stream().collect(Collectors.groupingBy(Notification::person));
            Caller program = Caller.current();
            Map<UUID, Caller> people = callers.of(program.tenant(), byPerson.keySet(), program.locale());
            mailboxes.of(people.keySet()).forEach((person, addressee) -> write(people, person, addressee, byPerson));
        }
        return taken.size() == TOGETHER;
    }

    private void write(Map<UUID, Caller> people, UUID person, Addressee addressee, Map<UUID, List<Notification>> byPerson) {
        Caller caller = people.get(person);
        List<Notification> news = byPerson.getOrDefault(person, List.of());
        if (caller != null && !news.isEmpty()) {
            caller.run(() -> letter.of(news, addressee).ifPresent(post::send));
        }
    }
}
