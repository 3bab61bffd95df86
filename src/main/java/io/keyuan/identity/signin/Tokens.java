package io.keyuan.identity.signin;

import static io.keyuan.identity.table.TokenTable.CREATED;
import static io.keyuan.identity.table.TokenTable.EXPIRES;
import static io.keyuan.identity.table.TokenTable.HASH;
import static io.keyuan.identity.table.TokenTable.ID;
import static io.keyuan.identity.table.TokenTable.LAST_USED;
import static io.keyuan.identity.table.TokenTable.NAME;
import static io.keyuan.identity.table.TokenTable.PERSON;
import static io.keyuan.identity.table.TokenTable.PREFIX;
import static io.keyuan.identity.table.TokenTable.TENANT;
import static io.keyuan.identity.table.TokenTable.TOKEN;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Ids;
import io.keyuan.engine.Signals;
import io.keyuan.identity.account.AccountSignals;
import io.keyuan.identity.account.Secrets;
import io.keyuan.identity.table.PersonTable;
import io.keyuan.identity.table.PreferenceTable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** What programs send instead of a person's password, one per program, each ended on its own. */
@Repository
public class Tokens {

    private static final String MARK = "ky_";
    private static final int RANDOM_LENGTH = 40;
    private static final int PREFIX_LENGTH = MARK.length() + 5;

    private final DSLContext sql;
    private final TransactionTemplate transaction;
    private final KnownSecrets<Identity> known;

    Tokens(DSLContext sql, Signals signals, AccountSignals accounts, Background background, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
        this.known = new KnownSecrets<>("tokens", signals, this::load, this::used, background);
        accounts.listen(tenant -> known.forgetThose(identity -> identity.tenant().equals(tenant)), known::forgetAll);
    }

    /**
     * A token as its person may see it again.
     *
     * @param prefix its beginning, to tell it from others
     * @param lastUsedAt to the minute
     */
    public record Listed(
            UUID id, String name, Instant createdAt, @Nullable Instant expiresAt, @Nullable Instant lastUsedAt, String prefix) {}

    /** A new token; nobody can read the secret again. */
    public record Issued(String secret, Listed listed) {}

    /** @return empty where it never was, is revoked or has run out, or its person may no longer sign in */
    Optional<Identity> find(String secret) {
        return secret.startsWith(MARK) ? known.find(secret) : Optional.empty();
    }

    /** As {@link #find}, without counting as use of it. */
    Optional<Identity> look(String secret) {
        return secret.startsWith(MARK) ? known.look(secret) : Optional.empty();
    }

    /** @param person of the current caller's tenant */
    public Issued issue(UUID person, String name, @Nullable Instant expiresAt) {
        String secret = MARK + Secrets.base62(RANDOM_LENGTH);
        var listed = new Listed(Ids.next(), name, Instant.now(), expiresAt, null, secret.substring(0, PREFIX_LENGTH));
        sql.insertInto(TOKEN, TENANT, ID, PERSON, NAME, HASH, PREFIX, CREATED, EXPIRES)
                .values(Caller.current().tenant(), listed.id(), person, name, SecretHash.of(secret).bytes(),
                        listed.prefix(), utc(listed.createdAt()), utc(expiresAt))
                .execute();
        return new Issued(secret, listed);
    }

    /** Those of the current caller, the newest first. */
    List<Listed> list() {
        return sql.select(ID, NAME, CREATED, EXPIRES, LAST_USED, PREFIX)
                .from(TOKEN)
                .where(ofCaller())
                .orderBy(CREATED.desc(), ID.desc())
                .fetch(row -> new Listed(row.value1(), row.value2(), row.value3().toInstant(), instant(row.value4()),
                        instant(row.value5()), row.value6()));
    }

    /** @return whether the current caller had it */
    boolean revoke(UUID id) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            List<byte[]> revoked = sql.deleteFrom(TOKEN).where(ofCaller(), ID.eq(id)).returning(HASH).fetch(HASH);
            revoked.forEach(hash -> known.forget(SecretHash.stored(hash)));
            return !revoked.isEmpty();
        }));
    }

    private static Condition ofCaller() {
        return TENANT.eq(Caller.current().tenant()).and(PERSON.eq(Caller.current().person()));
    }

    private Optional<Identity> load(SecretHash hash) {
        return AcrossTenants.call("only the token says whose it is", () -> sql.select(
                        TENANT, PERSON, ID, PersonTable.ADMINISTRATOR, PreferenceTable.LANGUAGE)
                .from(TOKEN)
                .join(PersonTable.PERSON).on(PersonTable.TENANT.eq(TENANT), PersonTable.ID.eq(PERSON))
                .leftJoin(PreferenceTable.PREFERENCE)
                .on(PreferenceTable.TENANT.eq(TENANT), PreferenceTable.PERSON.eq(PERSON))
                .where(HASH.eq(hash.bytes()), EXPIRES.isNull().or(EXPIRES.gt(utc(Instant.now()))), PersonTable.maySignIn())
                .fetchOptional(Tokens::identity));
    }

    private static Identity identity(Record row) {
        return new Identity(row.get(TENANT), row.get(PERSON), row.get(PersonTable.ADMINISTRATOR),
                Preferences.locale(row.get(PreferenceTable.LANGUAGE)), new Proof.Token(row.get(ID)));
    }

    private void used(SecretHash hash) {
        AcrossTenants.call("in the background, where nobody is bound",
                () -> sql.update(TOKEN).set(LAST_USED, utc(Instant.now())).where(HASH.eq(hash.bytes())).execute());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
