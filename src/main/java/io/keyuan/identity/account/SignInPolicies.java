package io.keyuan.identity.account;

import static io.keyuan.identity.table.PolicyTable.IDLE_MINUTES;
import static io.keyuan.identity.table.PolicyTable.LONGEST_HOURS;
import static io.keyuan.identity.table.PolicyTable.POLICY;
import static io.keyuan.identity.table.PolicyTable.SECOND_FACTOR;
import static io.keyuan.identity.table.PolicyTable.TENANT;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.KnownOfTenant;
import io.keyuan.identity.account.SignInPolicy.Demand;
import java.time.Duration;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** What each company demands of those who sign in, remembered until it is changed. */
@Repository
public class SignInPolicies {

    private final DSLContext sql;
    private final AccountSignals signals;
    private final TransactionTemplate transaction;
    private final KnownOfTenant<SignInPolicy> known = new KnownOfTenant<>(Duration.ofMinutes(1));

    SignInPolicies(DSLContext sql, AccountSignals signals, TransactionTemplate transaction) {
        this.sql = sql;
        this.signals = signals;
        this.transaction = transaction;
        signals.listen(known::forget, known::forgetAll);
    }

    public SignInPolicy of(UUID tenant) {
        return known.get(tenant, () -> read(tenant));
    }

    private SignInPolicy read(UUID tenant) {
        return AcrossTenants.call("whoever signs in is nobody yet", () -> sql.select(SECOND_FACTOR, IDLE_MINUTES, LONGEST_HOURS)
                .from(POLICY)
                .where(TENANT.eq(tenant))
                .fetchOptional(SignInPolicies::policy)
                .orElse(SignInPolicy.INITIAL));
    }

    private static SignInPolicy policy(Record row) {
        return new SignInPolicy(Demand.of(row.get(SECOND_FACTOR)),
                Duration.ofMinutes(row.get(IDLE_MINUTES)), Duration.ofHours(row.get(LONGEST_HOURS)));
    }

    /** Counts for sessions that are open as well, on every node. */
    public void change(UUID tenant, SignInPolicy policy) {
        int idle = Math.toIntExact(policy.idle().toMinutes());
        int longest = Math.toIntExact(policy.longest().toHours());
        transaction.executeWithoutResult(status -> {
            sql.insertInto(POLICY, TENANT, SECOND_FACTOR, IDLE_MINUTES, LONGEST_HOURS)
                    .values(tenant, policy.secondFactor().code(), idle, longest)
                    .onConflict(TENANT)
                    .doUpdate()
                    .set(SECOND_FACTOR, policy.secondFactor().code())
                    .set(IDLE_MINUTES, idle)
                    .set(LONGEST_HOURS, longest)
                    .execute();
            signals.tell(tenant);
            known.changed(tenant);
        });
    }
}
