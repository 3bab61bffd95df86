package io.keyuan.engine.notices;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Notice;
import io.keyuan.engine.Notices;
import io.keyuan.engine.RecordChanges;
import io.keyuan.engine.jobs.Errand;
import io.keyuan.engine.jobs.Errands;
import io.keyuan.engine.share.NewsOfRules;
import java.time.Duration;
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
class ChangeFollower implements Errand {

    static final UUID NOBODY = new UUID(0, 0);

    private static final Duration EVERY = Duration.ofSeconds(5);
    /** What changes in a moment is read together. */
    private static final Duration REST = Duration.ofMillis(250);
    private static final int TOGETHER = 50;

    private final NoticePositions positions;
    private final NewsLog log;
    private final NewsOfEntries entries;
    private final NewsOfRules rules;
    private final Notices notices;
    private final TransactionTemplate transaction;

    ChangeFollower(
            NoticePositions positions, NewsLog log, NewsOfEntries entries, NewsOfRules rules, Notices notices, TransactionTemplate transaction,
            RecordChanges changes, Errands errands) {
        this.positions = positions;
        this.log = log;
        this.entries = entries;
        this.rules = rules;
        this.notices = notices;
        this.transaction = transaction;
        changes.listen(change -> errands.wake(this), () -> errands.wake(this));
    }

    @Override
    public String name() {
        return "news of changes";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Duration rest() {
        return REST;
    }

    @Override
    public void run(BooleanSupplier stopping) {
        for (UUID tenant : positions.behind()) {
            boolean more = true;
            while (more && !stopping.getAsBoolean()) {
                more = follow(tenant);
            }
        }
    }

    /** @return whether there may be more */
    private boolean follow(UUID tenant) {
        var caller = new Caller(tenant, NOBODY, false, Languages.ENGLISH, null);
        try {
            return Boolean.TRUE.equals(caller.call(() -> transaction.execute(status -> step())));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

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
