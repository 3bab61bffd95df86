package io.keyuan.notifications.inbox;

import io.keyuan.engine.Notice;
import io.keyuan.engine.NoticeKind;
import io.keyuan.engine.Notices;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Sight;
import io.keyuan.engine.TenantSettings;
import io.keyuan.engine.Windows;
import io.keyuan.notifications.preferences.NotificationPreferences;
import io.keyuan.notifications.preferences.PreferenceStore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes notices down, each for those who want it and may know of it, and has their windows look. */
@Component
class WrittenNotices implements Notices {

    static final String EVENT = "notifications";

    private final NotificationStore store;
    private final PreferenceStore preferences;
    private final Sight sight;
    private final TenantSettings tenant;
    private final Windows windows;
    private final DueMail mail;

    WrittenNotices(
            NotificationStore store, PreferenceStore preferences, Sight sight, TenantSettings tenant, Windows windows, DueMail mail) {
        this.store = store;
        this.preferences = preferences;
        this.sight = sight;
        this.tenant = tenant;
        this.windows = windows;
        this.mail = mail;
    }

    @Override
    public void tell(Collection<Notice> notices) {
        Map<ObjectType, Map<UUID, Set<UUID>>> seen = seen(notices);
        Set<UUID> people = new HashSet<>();
        notices.forEach(notice -> people.addAll(told(notice, seen)));
        if (people.isEmpty()) {
            return;
        }
        Map<UUID, NotificationPreferences> wanted = preferences.of(people);
        Instant now = Instant.now();
        Map<FreshNotification.Key, FreshNotification> fresh = new LinkedHashMap<>();
        notices.forEach(notice -> told(notice, seen).forEach(person ->
                add(person, notice, Objects.requireNonNull(wanted.get(person)), now, fresh)));
        if (!fresh.isEmpty()) {
            write(fresh.values(), now);
        }
    }

    private void write(Collection<FreshNotification> fresh, Instant now) {
        store.add(fresh, now);
        Set<UUID> looking = new HashSet<>();
        fresh.stream().filter(FreshNotification::shown).forEach(one -> looking.add(one.person()));
        windows.tell(looking, EVENT);
        if (fresh.stream().anyMatch(one -> one.mailDue() != null && !one.mailDue().isAfter(now))) {
            mail.soon();
        }
    }

    private void add(
            UUID person, Notice notice, NotificationPreferences wanted, Instant now, Map<FreshNotification.Key, FreshNotification> fresh) {
        ZoneId zone = tenant.zone();
        boolean shown = wanted.of(notice.kind()).app();
        boolean mailed = notice.details().containsKey(Notice.MAILED);
        Instant mail = mailed ? null : wanted.mailDue(notice.kind(), now, zone);
        if (shown || mail != null) {
            String source = notice.source() == null ? UUID.randomUUID().toString() : notice.source();
            var one = new FreshNotification(person, notice, source, shown, mail);
            fresh.merge(one.key(), one, (earlier, later) -> later.with(earlier));
        }
    }

    /** Nobody is told what they did themselves. */
    private static List<UUID> told(Notice notice, Map<ObjectType, Map<UUID, Set<UUID>>> seen) {
        List<UUID> told = new ArrayList<>(notice.people());
        told.removeIf(person -> person.equals(notice.by()) || !mayKnow(person, notice, seen));
        return told;
    }

    private static boolean mayKnow(UUID person, Notice notice, Map<ObjectType, Map<UUID, Set<UUID>>> seen) {
        ObjectType type = notice.type();
        UUID record = notice.record();
        return !isLookedAt(notice) || type == null || record == null
                || seen.getOrDefault(type, Map.of()).getOrDefault(person, Set.of()).contains(record);
    }

    /** What is given in this very transaction is seen from its commit on; whoever may not even then reads no title. */
    private static boolean isLookedAt(Notice notice) {
        return notice.type() != null && notice.record() != null && notice.kind() != NoticeKind.SHARED;
    }

    /** Who sees which of the records, with a statement for each object. */
    private Map<ObjectType, Map<UUID, Set<UUID>>> seen(Collection<Notice> notices) {
        Map<ObjectType, Map<UUID, Set<UUID>>> asked = new HashMap<>();
        for (Notice notice : notices) {
            ObjectType type = notice.type();
            UUID record = notice.record();
            if (isLookedAt(notice) && type != null && record != null) {
                var byPerson = asked.computeIfAbsent(type, any -> new HashMap<>());
                notice.people().forEach(person -> byPerson.computeIfAbsent(person, any -> new HashSet<>()).add(record));
            }
        }
        Map<ObjectType, Map<UUID, Set<UUID>>> seen = new HashMap<>();
        asked.forEach((type, byPerson) -> seen.put(type, sight.of(type, byPerson)));
        return seen;
    }
}
