package io.keyuan.identity.account;

import static io.keyuan.identity.table.CredentialTable.CHANGED;
import static io.keyuan.identity.table.CredentialTable.CREDENTIAL;
import static io.keyuan.identity.table.CredentialTable.MUST_CHANGE;
import static io.keyuan.identity.table.CredentialTable.PASSWORD;
import static io.keyuan.identity.table.CredentialTable.PERSON;
import static io.keyuan.identity.table.CredentialTable.TENANT;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.identity.table.PersonTable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The passwords of people, of whom not everybody has one. */
@Repository
public class Credentials {

    private static final Duration ONE_TIME = Duration.ofDays(7);
    /** Once longer ones could be chosen. */
    private static final int LONGEST_EVER = 200;

    private final DSLContext sql;
    private final Passwords passwords;

    Credentials(DSLContext sql, Passwords passwords) {
        this.sql = sql;
        this.passwords = passwords;
    }

    /** The person who may sign in with these; takes as long where there is none. */
    public Optional<UUID> verify(UUID tenant, String login, String password) {
        return verified(find(tenant, login).orElse(null), password);
    }

    /** Spends the time of {@link #verify} for a tenant that does not exist. */
    public Optional<UUID> verifyNobody(String password) {
        return verified(null, password);
    }

    private Optional<UUID> verified(@Nullable Stored stored, String password) {
        // A longer one cannot be right, and would only cost time.
        String tried = password.length() > LONGEST_EVER ? "" : password;
        boolean right = passwords.matches(tried, stored == null ? null : stored.hash());
        return right && stored != null ? Optional.of(stored.person()) : Optional.empty();
    }

    private Optional<Stored> find(UUID tenant, String login) {
        return AcrossTenants.call("whoever signs in is nobody yet", () -> sql.select(PERSON, PASSWORD)
                .from(CREDENTIAL)
                .join(PersonTable.PERSON)
                .on(PersonTable.TENANT.eq(TENANT), PersonTable.ID.eq(PERSON))
                .where(TENANT.eq(tenant), PersonTable.hasLogin(login), PersonTable.maySignIn(), isFresh())
                .fetchOptional(row -> new Stored(row.value1(), row.value2())));
    }

    /** A password that was told by somebody else is good for a while only. */
    private static Condition isFresh() {
        return MUST_CHANGE.isFalse().or(CHANGED.gt(now().minus(ONE_TIME)));
    }

    private static OffsetDateTime now() {
        return Instant.now().atOffset(ZoneOffset.UTC);
    }

    public boolean exist(UUID tenant, UUID person) {
        return sql.fetchExists(CREDENTIAL, TENANT.eq(tenant).and(PERSON.eq(person)));
    }

    public void remove(UUID tenant, UUID person) {
        sql.deleteFrom(CREDENTIAL).where(TENANT.eq(tenant), PERSON.eq(person)).execute();
    }

    /** @param mustChange whether the person has to choose another before anything else */
    public void set(UUID tenant, UUID person, String password, boolean mustChange) {
        String hash = passwords.hash(password);
        OffsetDateTime now = now();
        sql.insertInto(CREDENTIAL, TENANT, PERSON, PASSWORD, MUST_CHANGE, CHANGED)
                .values(tenant, person, hash, mustChange, now)
                .onConflict(TENANT, PERSON)
                .doUpdate()
                .set(PASSWORD, hash)
                .set(MUST_CHANGE, mustChange)
                .set(CHANGED, now)
                .execute();
    }

    private record Stored(UUID person, String hash) {}
}
