package io.keyuan.identity.signin;

import static io.keyuan.identity.table.SessionTable.ADDRESS;
import static io.keyuan.identity.table.SessionTable.CREATED;
import static io.keyuan.identity.table.SessionTable.CSRF;
import static io.keyuan.identity.table.SessionTable.EXPIRES;
import static io.keyuan.identity.table.SessionTable.ID;
import static io.keyuan.identity.table.SessionTable.LAST_SEEN;
import static io.keyuan.identity.table.SessionTable.PERSON;
import static io.keyuan.identity.table.SessionTable.SESSION;
import static io.keyuan.identity.table.SessionTable.TENANT;
import static io.keyuan.identity.table.SessionTable.USER_AGENT;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Signals;
import io.keyuan.identity.account.AccountSignals;
import io.keyuan.identity.account.Secrets;
import io.keyuan.identity.table.CredentialTable;
import io.keyuan.identity.table.PersonTable;
import io.keyuan.identity.table.PreferenceTable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

    static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration IDLE = Duration.ofHours(12);
    private static final int SECRET_LENGTH = 43; // as many random bits as 32 bytes
    private static final int AGENT_LENGTH = 300;

    private final DSLContext sql;
    private final TransactionTemplate transaction;
    private final KnownSecrets<Identity> known;

    Sessions(DSLContext sql, Signals signals, AccountSignals accounts, Background background, TransactionTemplate transaction) {
        this.sql = sql;
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

    /** Begins a session and ends those of the person that have run out. */
    Opened open(UUID tenant, UUID person, @Nullable String agent, String address) {
        String secret = Secrets.base62(SECRET_LENGTH);
        OffsetDateTime now = now();
        String browser = agent == null || agent.length() <= AGENT_LENGTH ? agent : agent.substring(0, AGENT_LENGTH);
        AcrossTenants.call("whoever signs in is nobody yet", () -> {
            sql.deleteFrom(SESSION).where(TENANT.eq(tenant), PERSON.eq(person)).andNot(isLive(now)).execute();
            return sql.insertInto(SESSION, ID, TENANT, PERSON, CSRF, CREATED, LAST_SEEN, EXPIRES, USER_AGENT, ADDRESS)
                    .values(SecretHash.of(secret).bytes(), tenant, person, Secrets.base62(SECRET_LENGTH), now, now,
                            now.plus(LONGEST), browser, address)
                    .execute();
        });
        return new Opened(secret, find(secret).orElseThrow());
    }

    /** A session and what its cookie shall hold. */
    record Opened(String secret, Identity identity) {}

    void end(UUID tenant, SecretHash id) {
        transaction.executeWithoutResult(status -> {
            sql.deleteFrom(SESSION).where(TENANT.eq(tenant), ID.eq(id.bytes())).execute();
            known.forget(id);
        });
    }

    /** Ends every session of a person, on this node and all others. */
    public void endAll(UUID tenant, UUID person) {
        endAllBut(tenant, person, null);
    }

    void endAllBut(UUID tenant, UUID person, @Nullable SecretHash kept) {
        Condition all = TENANT.eq(tenant).and(PERSON.eq(person));
        Condition others = kept == null ? all : all.and(ID.ne(kept.bytes()));
        transaction.executeWithoutResult(status ->
                sql.deleteFrom(SESSION).where(others).returning(ID).fetch(ID).forEach(id -> known.forget(SecretHash.stored(id))));
    }

    /** What the session is remembered as no longer holds. */
    void changed(SecretHash id) {
        known.forget(id);
    }

    private Optional<Identity> load(SecretHash id) {
        return AcrossTenants.call("only the session says whose it is", () -> sql.select(
                        TENANT, PERSON, CSRF, PersonTable.ADMINISTRATOR, CredentialTable.MUST_CHANGE, PreferenceTable.LANGUAGE)
                .from(SESSION)
                .join(PersonTable.PERSON).on(PersonTable.TENANT.eq(TENANT), PersonTable.ID.eq(PERSON))
                .join(CredentialTable.CREDENTIAL)
                .on(CredentialTable.TENANT.eq(TENANT), CredentialTable.PERSON.eq(PERSON))
                .leftJoin(PreferenceTable.PREFERENCE)
                .on(PreferenceTable.TENANT.eq(TENANT), PreferenceTable.PERSON.eq(PERSON))
                .where(ID.eq(id.bytes()), isLive(now()), PersonTable.maySignIn())
                .fetchOptional(row -> identity(id, row)));
    }

    private static Identity identity(SecretHash id, Record row) {
        var proof = new Proof.Session(id, row.get(CSRF), row.get(CredentialTable.MUST_CHANGE));
        return new Identity(row.get(TENANT), row.get(PERSON), row.get(PersonTable.ADMINISTRATOR),
                Preferences.locale(row.get(PreferenceTable.LANGUAGE)), proof);
    }

    private void seen(SecretHash id) {
        AcrossTenants.call("in the background, where nobody is bound",
                () -> sql.update(SESSION).set(LAST_SEEN, now()).where(ID.eq(id.bytes())).execute());
    }

    private static Condition isLive(OffsetDateTime now) {
        return EXPIRES.gt(now).and(LAST_SEEN.gt(now.minus(IDLE)));
    }

    private static OffsetDateTime now() {
        return Instant.now().atOffset(ZoneOffset.UTC);
    }
}
