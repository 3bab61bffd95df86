package io.keyuan.engine.notices;

import io.keyuan.engine.Notice;
import io.keyuan.engine.NoticeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Makes notices of changes: what was given to somebody, and what happened to what they follow. */
final class NewsOfChanges {

    /** Of more records at once people want to know the number only. */
    private static final int ONE_BY_ONE = 3;

    private final Map<UUID, Set<UUID>> followers;
    private final List<Notice> notices = new ArrayList<>();

    private NewsOfChanges(Map<UUID, Set<UUID>> followers) {
        this.followers = followers;
    }

    /** @param followers by record */
    static List<Notice> of(List<LoggedNews> changes, Map<UUID, Set<UUID>> followers) {
        var news = new NewsOfChanges(followers);
        changes.forEach(news::assigned);
        changes.forEach(news::followed);
        return news.notices;
    }

    private void assigned(LoggedNews change) {
        change.handed().forEach((person, handed) -> notices.add(
                notice(NoticeKind.ASSIGNED, Set.of(person), change, handed.first()).times(handed.count()).from(change.source())));
    }

    private void followed(LoggedNews change) {
        Map<UUID, Set<UUID>> byPerson = new HashMap<>();
        change.ids().forEach(record -> followers.getOrDefault(record, Set.of()).stream()
                .filter(person -> !person.equals(change.actor()) && !change.handed().containsKey(person))
                .forEach(person -> byPerson.computeIfAbsent(person, any -> new LinkedHashSet<>()).add(record)));
        byPerson.forEach((person, records) -> tell(change, person, records));
    }

    private void tell(LoggedNews change, UUID person, Set<UUID> records) {
        if (records.size() > ONE_BY_ONE) {
            UUID first = records.iterator().next();
            notices.add(notice(NoticeKind.FOLLOWED, Set.of(person), change, first).times(records.size()).from(change.source()));
        } else {
            records.forEach(record -> notices.add(
                    notice(NoticeKind.FOLLOWED, Set.of(person), change, record).from("record/" + record).with(Map.of("what", change.action()))));
        }
    }

    private static Notice notice(NoticeKind kind, Set<UUID> people, LoggedNews change, UUID record) {
        return Notice.about(kind, people, change.type(), record).by(change.actor());
    }
}
