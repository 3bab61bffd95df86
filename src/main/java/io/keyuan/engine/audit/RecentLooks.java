package io.keyuan.engine.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.keyuan.engine.AuditEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What the trail says already of who was told what: within an hour the same look of the same person from the same place at the same
 * record is kept once. It is remembered on this node and forgotten where room is needed, so a look may be kept twice, but never not at all.
 */
@Component
final class RecentLooks {

    static final Duration SPAN = Duration.ofHours(1);

    private static final int MOST = 100_000;
    private static final String COUNT = "count";

    private final Cache<Look, Boolean> kept;

    @Autowired
    RecentLooks() {
        this(Ticker.systemTicker());
    }

    RecentLooks(Ticker ticker) {
        kept = Caffeine.newBuilder().ticker(ticker).expireAfterWrite(SPAN).maximumSize(MOST).build();
    }

    /** Whoever looks, and from where: another device or program is told of anew. */
    private record Looker(UUID tenant, UUID actor, @Nullable UUID seenAs, @Nullable String address, @Nullable UUID token) {

        static Looker of(Entry entry) {
            return new Looker(entry.caller().tenant(), entry.actor(), entry.seenAs(), entry.origin().address(), entry.origin().token());
        }
    }

    /** @param told the details, but for how many records there were */
    private record Look(Looker by, String object, @Nullable UUID record, Map<String, Object> told) {}

    /** @return the entry with those of its records of which the trail does not say the same already; null where it says so of all */
    @Nullable Entry unsaid(Entry entry) {
        AuditEvent event = entry.event();
        Map<String, Object> told = new LinkedHashMap<>(event.details());
        told.remove(COUNT);
        Looker by = Looker.of(entry);
        String object = Objects.requireNonNullElse(event.object(), "");
        if (event.records().isEmpty()) {
            return isFirst(new Look(by, object, event.record(), told)) ? entry : null;
        }
        List<UUID> fresh = event.records().stream().filter(record -> isFirst(new Look(by, object, record, told))).toList();
        return fresh.isEmpty() ? null : fresh.size() == event.records().size() ? entry : entry.with(about(event, fresh));
    }

    private boolean isFirst(Look look) {
        return kept.asMap().putIfAbsent(look, Boolean.TRUE) == null;
    }

    private static AuditEvent about(AuditEvent event, List<UUID> records) {
        Map<String, Object> details = new LinkedHashMap<>(event.details());
        details.computeIfPresent(COUNT, (name, all) -> records.size());
        boolean one = records.size() == 1;
        return new AuditEvent(event.kind(), event.object(), one ? records.getFirst() : null, one ? List.of() : records, details);
    }
}
