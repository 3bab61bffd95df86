package io.keyuan.engine.share;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Given;
import io.keyuan.engine.Grants;
import io.keyuan.engine.KnownOfTenant;
import io.keyuan.engine.Signals;
import io.keyuan.engine.sql.GrantConditions;
import io.keyuan.engine.sql.Tables;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Grants as the table has them, remembered for the few seconds in which somebody turns pages. */
@Component
class StoredGrants implements Grants {

    /** So many ids in a statement cost less than looking them up in it. */
    private static final int FEW = 1_000;

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final int MOST = 2_000;
    private static final String TOPIC = "grants";

    private final DSLContext sql;
    private final Signals signals;
    private final ActiveRules rules;
    private final KnownOfTenant<Cache<Given.Wanted, Given>> known = new KnownOfTenant<>(KEPT);

    StoredGrants(DSLContext sql, Signals signals, ActiveRules rules) {
        this.sql = sql;
        this.signals = signals;
        this.rules = rules;
        signals.listen(TOPIC, tenant -> known.forget(UUID.fromString(tenant)), known::forgetAll);
    }

    @Override
    public Given of(Given.Wanted wanted) {
        Given.Wanted complete = withRules(wanted);
        return known.get(Caller.current().tenant(), StoredGrants::remembered).get(complete, this::read);
    }

    private static Cache<Given.Wanted, Given> remembered() {
        return Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();
    }

    private Given.Wanted withRules(Given.Wanted wanted) {
        Set<UUID> principals = new HashSet<>(wanted.principals());
        principals.addAll(rules.serving(wanted));
        return new Given.Wanted(wanted.object(), principals, wanted.collaborating(), wanted.editing(), wanted.along());
    }

    private Given read(Given.Wanted wanted) {
        Set<UUID> records = sql.select(Tables.uuid("g", "record_id"))
                .from(Tables.of(GrantConditions.TABLE, "g"))
                .where(GrantConditions.counting(wanted))
                .limit(FEW + 1)
                .fetchSet(Tables.uuid("g", "record_id"));
        return records.size() > FEW ? new Given.Many(wanted) : new Given.These(Set.copyOf(records));
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
