package io.keyuan.notifications.inbox;

import io.keyuan.engine.Messages;
import io.keyuan.engine.Notice;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Records;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts notifications into words, by what the current caller may see at this moment. */
@Component
public class NotificationWords {

    private final ObjectTypes types;
    private final Records records;
    private final Messages messages;

    NotificationWords(ObjectTypes types, Records records, Messages messages) {
        this.types = types;
        this.records = records;
        this.messages = messages;
    }

    /**
     * A notification as it is told.
     *
     * @param record null where it is about none, or about one that the caller may no longer see
     * @param by the name of who caused it; null for the program
     */
    public record Told(Notification notification, String text, @Nullable TitledRecord record, @Nullable String by) {

        /** Where in the console there is more; null where there is nowhere. */
        public @Nullable String path() {
            return record == null ? notification.details().get("path") : record.path();
        }
    }

    /** A record with its title, and where it is in the console. */
    public record TitledRecord(ObjectType type, UUID id, String title) {

        public String path() {
            return "/" + type.path() + "/" + id;
        }
    }

    /** With a query for each object. */
    public Map<UUID, Told> of(Collection<Notification> notifications, Locale language) {
        Map<ObjectType, Map<UUID, String>> titles = titles(notifications);
        Map<UUID, Told> told = new HashMap<>();
        notifications.forEach(each -> told.put(each.id(), told(each, titles, language)));
        return told;
    }

    private Map<ObjectType, Map<UUID, String>> titles(Collection<Notification> notifications) {
        Map<ObjectType, Set<UUID>> wanted = new HashMap<>();
        notifications.forEach(each -> {
            ObjectType type = type(each);
            if (type != null && each.record() != null) {
                wanted.computeIfAbsent(type, any -> new HashSet<>()).add(each.record());
            }
            TypedRecord on = on(each);
            if (on != null) {
                wanted.computeIfAbsent(on.type(), any -> new HashSet<>()).add(on.id());
            }
            if (each.by() != null) {
                wanted.computeIfAbsent(types.people(), any -> new HashSet<>()).add(each.by());
            }
        });
        Map<ObjectType, Map<UUID, String>> titles = new HashMap<>();
        wanted.forEach((type, ids) -> titles.put(type, records.titles(type, ids)));
        return titles;
    }

    private record TypedRecord(ObjectType type, UUID id) {}

    /** The other record it names. */
    private @Nullable TypedRecord on(Notification notification) {
        String[] parts = notification.details().getOrDefault(Notice.ON, "").split("/", 2);
        ObjectType type = types.byName(parts[0]);
        return type == null || parts.length < 2 ? null : new TypedRecord(type, UUID.fromString(parts[1]));
    }

    private @Nullable ObjectType type(Notification notification) {
        return notification.object() == null ? null : types.byName(notification.object());
    }

    private Told told(Notification notification, Map<ObjectType, Map<UUID, String>> titles, Locale language) {
        TitledRecord record = record(notification, titles);
        String by = notification.by() == null ? null : titles.getOrDefault(types.people(), Map.of()).get(notification.by());
        return new Told(notification, text(notification, record, by, titles, language), record, by);
    }

    private @Nullable TitledRecord record(Notification notification, Map<ObjectType, Map<UUID, String>> titles) {
        ObjectType type = type(notification);
        String title = type == null || notification.record() == null
                ? null
                : titles.getOrDefault(type, Map.of()).get(notification.record());
        return title == null ? null : new TitledRecord(Objects.requireNonNull(type), Objects.requireNonNull(notification.record()), title);
    }

    private String text(
            Notification notification, @Nullable TitledRecord record, @Nullable String by, Map<ObjectType, Map<UUID, String>> titles,
            Locale language) {
        String who = by == null ? messages.text(language, "notification.somebody") : by;
        boolean gone = notification.record() != null && record == null;
        String what = record == null ? messages.text(language, "notification.unseen") : record.title();
        ObjectType type = type(notification);
        String label = type == null ? "" : messages.plural(language, type);
        String title = title(notification, titles, language);
        return messages.text(language, key(notification, gone, language), who, what, notification.count(), label, title);
    }

    private String title(Notification notification, Map<ObjectType, Map<UUID, String>> titles, Locale language) {
        TypedRecord on = on(notification);
        if (on == null) {
            return title(notification, language);
        }
        String title = titles.getOrDefault(on.type(), Map.of()).get(on.id());
        return title == null ? messages.text(language, "notification.unseen") : title;
    }

    /** What it is about where that is no record: of a job its kind as well, for many a job has no title of its own. */
    private String title(Notification notification, Locale language) {
        String title = notification.details().getOrDefault("title", "");
        String kind = notification.details().get("kind");
        String words = kind == null ? null : messages.find(language, "notification.job.kind." + kind);
        return words == null || title.isEmpty() ? Objects.requireNonNullElse(words, title) : words + " · " + title;
    }

    /** The most telling words there are. */
    private String key(Notification notification, boolean gone, Locale language) {
        String key = "notification." + notification.kind().code();
        String what = notification.details().get("what");
        String special = what == null ? key : key + "." + what;
        boolean several = notification.count() > 1 && !gone && messages.find(language, special + ".many") != null;
        return several ? special + ".many" : special;
    }
}
