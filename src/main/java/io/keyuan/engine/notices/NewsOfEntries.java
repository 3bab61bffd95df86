package io.keyuan.engine.notices;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Notice;
import io.keyuan.engine.NoticeKind;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Sight;
import io.keyuan.engine.TimelineEntry;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Tells people of what was added to the timelines of records they follow, as far as they may see it. */
@Component
class NewsOfEntries {

    /** Of more entries at once people want to know the number only. */
    private static final int ONE_BY_ONE = 3;

    private final DSLContext sql;
    private final ObjectTypes types;
    private final NewsLog log;
    private final Sight sight;

    NewsOfEntries(DSLContext sql, ObjectTypes types, NewsLog log, Sight sight) {
        this.sql = sql;
        this.types = types;
        this.log = log;
        this.sight = sight;
    }

    /** A record on whose timeline something stands. */
    private record Anchor(ObjectType type, UUID id) {}

    /** There are few objects whose records are entries; each takes three statements, however many were added. */
    List<Notice> of(List<LoggedNews> changes) {
        Map<ObjectType, List<LoggedNews>> added = new LinkedHashMap<>();
        changes.stream()
                .filter(change -> change.action().equals("create") && change.type().entry() != null)
                .forEach(change -> added.computeIfAbsent(change.type(), any -> new ArrayList<>()).add(change));
        List<Notice> notices = new ArrayList<>();
        added.forEach((type, some) -> add(type, some, notices));
        return notices;
    }

    private void add(ObjectType type, List<LoggedNews> changes, List<Notice> notices) {
        Set<UUID> ids = new HashSet<>();
        changes.forEach(change -> ids.addAll(change.ids()));
        Map<UUID, List<Anchor>> anchors = anchors(type, Objects.requireNonNull(type.entry()), ids);
        Set<UUID> records = new HashSet<>();
        anchors.values().forEach(some -> some.forEach(anchor -> records.add(anchor.id())));
        Map<UUID, Set<UUID>> followers = log.followers(records);
        List<Map<UUID, Map<UUID, Anchor>>> concerned = changes.stream().map(change -> concerned(change, anchors, followers)).toList();
        Map<UUID, Set<UUID>> asked = new HashMap<>();
        concerned.forEach(some -> some.forEach((person, entries) -> asked.computeIfAbsent(person, any -> new HashSet<>()).addAll(entries.keySet())));
        Map<UUID, Set<UUID>> seen = asked.isEmpty() ? Map.of() : sight.of(type, asked);
        for (int i = 0; i < changes.size(); i++) {
            LoggedNews change = changes.get(i);
            concerned.get(i).forEach((person, entries) -> {
                entries.keySet().retainAll(seen.getOrDefault(person, Set.of()));
                tell(change, person, entries, notices);
            });
        }
    }

    private Map<UUID, List<Anchor>> anchors(ObjectType type, TimelineEntry entry, Set<UUID> ids) {
        List<Field<UUID>> columns = new ArrayList<>(List.of(Tables.uuid("t", "id")));
        for (Attribute<Ref> of : entry.of()) {
            columns.add(Tables.reference("t", of));
        }
        Map<UUID, List<Anchor>> anchors = new HashMap<>();
        sql.select(columns)
                .from(Tables.of(type, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.among(Tables.uuid("t", "id"), ids.toArray(UUID[]::new)))
                .forEach(row -> {
                    List<Anchor> some = new ArrayList<>();
                    for (int i = 0; i < entry.of().size(); i++) {
                        UUID record = row.get(i + 1, UUID.class);
                        if (record != null) {
                            some.add(new Anchor(Objects.requireNonNull(types.target(entry.of().get(i))), record));
                        }
                    }
                    anchors.put(row.get(0, UUID.class), some);
                });
        return anchors;
    }

    /** By person, the entries of a change that concern them, each with the first of what they follow on whose timeline it is. */
    private static Map<UUID, Map<UUID, Anchor>> concerned(LoggedNews change, Map<UUID, List<Anchor>> anchors, Map<UUID, Set<UUID>> followers) {
        Map<UUID, Map<UUID, Anchor>> concerned = new HashMap<>();
        for (UUID entry : change.ids()) {
            for (Anchor anchor : anchors.getOrDefault(entry, List.of())) {
                followers.getOrDefault(anchor.id(), Set.of()).stream()
                        .filter(person -> !person.equals(change.actor()) && !change.handed().containsKey(person))
                        .forEach(person -> concerned.computeIfAbsent(person, any -> new LinkedHashMap<>()).putIfAbsent(entry, anchor));
            }
        }
        return concerned;
    }

    private static void tell(LoggedNews change, UUID person, Map<UUID, Anchor> entries, List<Notice> notices) {
        if (entries.size() > ONE_BY_ONE) {
            UUID first = entries.keySet().iterator().next();
            notices.add(notice(change, person, first).times(entries.size()).from(change.source()).with(Map.of("what", "entries")));
        } else {
            entries.forEach((entry, anchor) -> notices.add(notice(change, person, entry)
                    .from("entry/" + change.type().name() + "/" + anchor.id())
                    .with(Map.of("what", "entry", Notice.ON, anchor.type().name() + "/" + anchor.id()))));
        }
    }

    private static Notice notice(LoggedNews change, UUID person, UUID entry) {
        return Notice.about(NoticeKind.FOLLOWED, Set.of(person), change.type(), entry).by(change.actor());
    }
}
