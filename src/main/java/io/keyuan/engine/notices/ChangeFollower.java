package io.keyuan.engine.notices;

import io.keyuan.engine.Notice;
import io.keyuan.engine.Notices;
import io.keyuan.engine.RecordChanges;
import io.keyuan.engine.history.LogFollower;
import io.keyuan.engine.jobs.Errands;
import io.keyuan.engine.share.NewsOfRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the change log behind those who write it and tells people what concerns them. Where it has come to is kept in the
 * transaction in which it tells, so that nothing is told twice or left out, whichever node goes on and whenever.
 */
@Component
class ChangeFollower extends LogFollower {

    private final NoticePositions positions;
    private final NewsLog log;
    private final NewsOfEntries entries;
    private final NewsOfRules rules;
    private final Notices notices;

    ChangeFollower(
            NoticePositions positions, NewsLog log, NewsOfEntries entries, NewsOfRules rules, Notices notices, TransactionTemplate transaction,
            RecordChanges changes, Errands errands) {
        super(transaction, changes, errands);
        this.positions = positions;
        this.log = log;
        this.entries = entries;
        this.rules = rules;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "news of changes";
    }

    @Override
    protected Set<UUID> behind() {
        return positions.behind();
    }

    @Override
    protected void follow(BooleanSupplier stopping) {
        repeat(this::step, stopping);
    }

    /** @return whether there may be more */
    private boolean step() {
        NoticePositions.Position position = positions.lock();
        List<LoggedNews> changes = position == null ? List.of() : log.after(position, TOGETHER);
        if (changes.isEmpty()) {
            return false;
        }
        notices.tell(news(changes));
        positions.set(new NoticePositions.Position(changes.getLast().transaction(), changes.getLast().sequence()));
        return changes.size() == TOGETHER;
    }

    private List<Notice> news(List<LoggedNews> changes) {
        List<Notice> news = new ArrayList<>(NewsOfChanges.of(changes, followers(changes)));
        news.addAll(entries.of(changes));
        news.addAll(rules.of(changes.stream().filter(change -> !change.action().equals("delete")).map(ChangeFollower::written).toList()));
        return news;
    }

    private static NewsOfRules.Written written(LoggedNews change) {
        return new NewsOfRules.Written(change.type(), change.actor(), change.at(), change.ids(), change.handed().keySet());
    }

    /** A new record has no followers yet. */
    private Map<UUID, Set<UUID>> followers(List<LoggedNews> changes) {
        Set<UUID> records = new HashSet<>();
        changes.stream().filter(change -> !change.action().equals("create")).forEach(change -> records.addAll(change.ids()));
        return log.followers(records);
    }
}
