package io.keyuan.engine.share;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Given;
import io.keyuan.engine.Grants;
import io.keyuan.engine.KnownOfTenant;
import io.keyuan.engine.Signals;
import io.keyuan.engine.sql.GrantConditions;
import io.keyuan.engine.sql.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Grants as the table has them, remembered for the few seconds in which somebody turns pages, and never past the end of one. */
@Component
class StoredGrants implements Grants {

    /** So many ids in a statement cost less than looking them up in it. */
    private static final int FEW = 1_000;

    private static final Field<UUID> RECORD = Tables.uuid("g", "record_id");
    private static final Field<OffsetDateTime> UNTIL = Tables.time("g", "until");

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final int MOST = 2_000;
    private static final String TOPIC = "grants";

    private final DSLContext sql;
    private final Signals signals;
    private final ActiveRules rules;
    private final KnownOfTenant<Cache<Given.Wanted, Remembered>> known = new KnownOfTenant<>(KEPT);

    StoredGrants(DSLContext sql, Signals signals, ActiveRules rules) {
        this.sql = sql;
        this.signals = signals;
        this.rules = rules;
        signals.listen(TOPIC, tenant -> known.forget(UUID.fromString(tenant)), known::forgetAll);
    }

    @Override
    public Given of(Given.Wanted wanted) {
        Given.Wanted complete = withRules(wanted);
        return known.get(Caller.current().tenant(), StoredGrants::remembered).get(complete, this::read).given();
    }

    /** @param end when the first of these is over; null where none ends */
    private record Remembered(Given given, @Nullable Instant end) {

        Duration kept() {
            Duration left = end == null ? KEPT : Duration.between(Instant.now(), end);
            return left.isNegative() ? Duration.ZERO : left.compareTo(KEPT) < 0 ? left : KEPT;
        }
    }

    private static Cache<Given.Wanted, Remembered> remembered() {
        return Caffeine.newBuilder()
                .expireAfter(Expiry.<Given.Wanted, Remembered>creating((wanted, remembered) -> remembered.kept()))
                .maximumSize(MOST)
                .build();
    }

    private Given.Wanted withRules(Given.Wanted wanted) {
        Set<UUID> principals = new HashSet<>(wanted.principals());
        principals.addAll(rules.serving(wanted));
        return new Given.Wanted(wanted.object(), principals, wanted.collaborating(), wanted.editing(), wanted.along());
    }

    private Remembered read(Given.Wanted wanted) {
        var rows = sql.select(RECORD, UNTIL)
                .from(Tables.of(GrantConditions.TABLE, "g"))
                .where(GrantConditions.counting(wanted))
                .limit(FEW + 1)
                .fetch();
        if (rows.size() > FEW) {
            // A statement that looks them up asks for their ends itself.
            return new Remembered(new Given.Many(wanted), null);
        }
        Optional<Instant> end = rows.getValues(UNTIL).stream().filter(Objects::nonNull).map(OffsetDateTime::toInstant).min(Comparator.naturalOrder());
        return new Remembered(new Given.These(Set.copyOf(rows.getValues(RECORD))), end.orElse(null));
    }

    /** With the current transaction, on all nodes: for what people do. */
    void changed() {
        signals.tell(TOPIC, Caller.current().tenant().toString());
    }

    /** Soon after the current transaction: for what rules do with every write. */
    void followed() {
        signals.mention(TOPIC, Caller.current().tenant().toString());
    }
}
