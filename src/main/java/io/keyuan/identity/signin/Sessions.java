package io.keyuan.identity.signin;

import static io.keyuan.identity.table.SessionTable.ADDRESS;
import static io.keyuan.identity.table.SessionTable.CONFIRMED;
import static io.keyuan.identity.table.SessionTable.CREATED;
import static io.keyuan.identity.table.SessionTable.CSRF;
import static io.keyuan.identity.table.SessionTable.EXPIRES;
import static io.keyuan.identity.table.SessionTable.ID;
import static io.keyuan.identity.table.SessionTable.LAST_SEEN;
import static io.keyuan.identity.table.SessionTable.MEANS;
import static io.keyuan.identity.table.SessionTable.PERSON;
import static io.keyuan.identity.table.SessionTable.SEEN_AS;
import static io.keyuan.identity.table.SessionTable.SESSION;
import static io.keyuan.identity.table.SessionTable.TENANT;
import static io.keyuan.identity.table.SessionTable.USER_AGENT;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Signals;
import io.keyuan.identity.account.AccountSignals;
import io.keyuan.identity.account.Secrets;
import io.keyuan.identity.account.SignInPolicies;
import io.keyuan.identity.account.SignInPolicy;
import io.keyuan.identity.table.CredentialTable;
import io.keyuan.identity.table.PersonTable;
import io.keyuan.identity.table.PreferenceTable;
import io.keyuan.identity.table.SecondFactorTable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Browsers in which somebody is signed in. */
@Repository
public class Sessions {

    private static final int SECRET_LENGTH = 43; // as many random bits as 32 bytes
    private static final int AGENT_LENGTH = 300;

    private final DSLContext sql;
    private final TransactionTemplate transaction;
    private final SignInPolicies policies;
    private final KnownSecrets<Identity> known;

    Sessions(
            DSLContext sql, Signals signals, AccountSignals accounts, SignInPolicies policies, Background background,
            TransactionTemplate transaction) {
        this.sql = sql;
        this.policies = policies;
        this.transaction = transaction;
        this.known = new KnownSecrets<>("sessions", signals, this::load, this::seen, background);
        accounts.listen(tenant -> known.forgetThose(identity -> identity.tenant().equals(tenant)), known::forgetAll);
    }

    /** @return empty where it never was, has ended, or its person may no longer sign in */
    Optional<Identity> find(String secret) {
        return known.find(secret);
    }

    /** As {@link #find}, without counting as use of it: a window left open keeps nobody signed in. */
    Optional<Identity> look(String secret) {
        return known.look(secret);
    }

    /**
     * Begins a session and ends those of the person that have run out.
     *
     * @param means what vouches for the person instead of a password, which is then asked for no second factor here; null for a
     *     password
     */
    Opened open(UUID tenant, UUID person, @Nullable String means, @Nullable String agent, String address) {
        String secret = Secrets.base62(SECRET_LENGTH);
        OffsetDateTime now = now();
        SignInPolicy policy = policies.of(tenant);
        String browser = agent == null || agent.length() <= AGENT_LENGTH ? agent : agent.substring(0, AGENT_LENGTH);
        AcrossTenants.call("whoever signs in is nobody yet", () -> {
            sql.deleteFrom(SESSION).where(TENANT.eq(tenant), PERSON.eq(person)).andNot(isLive(policy, now)).execute();
            return sql.insertInto(SESSION, ID, TENANT, PERSON, CSRF, CREATED, LAST_SEEN, EXPIRES, USER_AGENT, ADDRESS, MEANS)
                    .values(SecretHash.of(secret).bytes(), tenant, person, Secrets.base62(SECRET_LENGTH), now, now,
                            now.plus(policy.longest()), browser, address, means)
                    .execute();
        });
        return new Opened(secret, find(secret).orElseThrow(), policy.longest());
    }

    /**
     * A session and what its cookie shall hold.
     *
     * @param longest when it ends at the latest
     */
    record Opened(String secret, Identity identity, Duration longest) {}

    /** The person has just proved once more who they are. */
    void proved(UUID tenant, SecretHash id) {
        transaction.executeWithoutResult(status -> {
            sql.update(SESSION).set(CONFIRMED, now()).where(TENANT.eq(tenant), ID.eq(id.bytes())).execute();
            known.forget(id);
        });
    }

    /** On this node and all others. */
    public void end(UUID tenant, SecretHash id) {
        transaction.executeWithoutResult(status -> {
            sql.deleteFrom(SESSION).where(TENANT.eq(tenant), ID.eq(id.bytes())).execute();
            known.forget(id);
        });
    }

    /** Ends every session of a person, on this node and all others. @return how many there were */
    public int endAll(UUID tenant, UUID person) {
        return endAllBut(tenant, person, null);
    }

    int endAllBut(UUID tenant, UUID person, @Nullable SecretHash kept) {
        Condition all = TENANT.eq(tenant).and(PERSON.eq(person));
        Condition others = kept == null ? all : all.and(ID.ne(kept.bytes()));
        return Objects.requireNonNull(transaction.execute(status -> {
            var ended = sql.deleteFrom(SESSION).where(others).returning(ID).fetch(ID);
            ended.forEach(id -> known.forget(SecretHash.stored(id)));
            return ended.size();
        }));
    }

    /** What the session is remembered as no longer holds. */
    void changed(SecretHash id) {
        known.forget(id);
    }

    private Optional<Identity> load(SecretHash id) {
        OffsetDateTime now = now();
        return AcrossTenants.call("only the session says whose it is", () -> sql.select(
                        TENANT, PERSON, CSRF, CREATED, LAST_SEEN, CONFIRMED, MEANS, SEEN_AS, PersonTable.ADMINISTRATOR,
                        CredentialTable.MUST_CHANGE, PreferenceTable.LANGUAGE, SecondFactorTable.CONFIRMED)
                .from(SESSION)
                .join(PersonTable.PERSON).on(PersonTable.TENANT.eq(TENANT), PersonTable.ID.eq(PERSON))
                .leftJoin(CredentialTable.CREDENTIAL)
                .on(CredentialTable.TENANT.eq(TENANT), CredentialTable.PERSON.eq(PERSON))
                .leftJoin(PreferenceTable.PREFERENCE)
                .on(PreferenceTable.TENANT.eq(TENANT), PreferenceTable.PERSON.eq(PERSON))
                .leftJoin(SecondFactorTable.FACTOR)
                .on(SecondFactorTable.TENANT.eq(TENANT), SecondFactorTable.PERSON.eq(PERSON))
                .where(ID.eq(id.bytes()), EXPIRES.gt(now), PersonTable.maySignIn())
                .fetchOptional()
                .flatMap(row -> identity(id, row, now)));
    }

    private Optional<Identity> identity(SecretHash id, Record row, OffsetDateTime now) {
        SignInPolicy policy = policies.of(row.get(TENANT));
        boolean live = row.get(CREATED).isAfter(now.minus(policy.longest())) && row.get(LAST_SEEN).isAfter(now.minus(policy.idle()));
        return live ? Optional.of(identity(id, row, policy)) : Optional.empty();
    }

    private Identity identity(SecretHash id, Record row, SignInPolicy policy) {
        boolean administrator = row.get(PersonTable.ADMINISTRATOR);
        boolean byPassword = row.get(MEANS) == null;
        boolean demanded = byPassword && policy.demandsSecondFactor(administrator) && row.get(SecondFactorTable.CONFIRMED) == null;
        boolean mustChange = byPassword && Boolean.TRUE.equals(row.get(CredentialTable.MUST_CHANGE));
        OffsetDateTime proved = Objects.requireNonNullElse(row.get(CONFIRMED), row.get(CREATED));
        var proof = new Proof.Session(id, row.get(CSRF), mustChange, demanded, proved.toInstant());
        Identity.Seen seen = administrator && row.get(SEEN_AS) != null ? seen(row.get(TENANT), row.get(SEEN_AS)) : null;
        return new Identity(row.get(TENANT), row.get(PERSON), administrator, Preferences.locale(row.get(PreferenceTable.LANGUAGE)), proof, seen);
    }

    /** Whoever may no longer sign in sees nothing any more. */
    private Identity.@Nullable Seen seen(UUID tenant, UUID person) {
        return sql.select(PersonTable.ADMINISTRATOR)
                .from(PersonTable.PERSON)
                .where(PersonTable.TENANT.eq(tenant), PersonTable.ID.eq(person), PersonTable.maySignIn())
                .fetchOne(row -> new Identity.Seen(person, row.value1()));
    }

    /** @param person with whose eyes to look from now on; null for one's own */
    void see(UUID tenant, SecretHash id, @Nullable UUID person) {
        transaction.executeWithoutResult(status -> {
            sql.update(SESSION).set(SEEN_AS, person).where(TENANT.eq(tenant), ID.eq(id.bytes())).execute();
            known.forget(id);
        });
    }

    private void seen(SecretHash id) {
        AcrossTenants.call("in the background, where nobody is bound",
                () -> sql.update(SESSION).set(LAST_SEEN, now()).where(ID.eq(id.bytes())).execute());
    }

    private static Condition isLive(SignInPolicy policy, OffsetDateTime now) {
        return EXPIRES.gt(now).and(CREATED.gt(now.minus(policy.longest()))).and(LAST_SEEN.gt(now.minus(policy.idle())));
    }

    private static OffsetDateTime now() {
        return Instant.now().atOffset(ZoneOffset.UTC);
    }
}
