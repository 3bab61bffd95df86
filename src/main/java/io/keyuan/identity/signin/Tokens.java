package io.keyuan.identity.signin;

import static io.keyuan.identity.table.TokenTable.CREATED;
import static io.keyuan.identity.table.TokenTable.EXPIRES;
import static io.keyuan.identity.table.TokenTable.HASH;
import static io.keyuan.identity.table.TokenTable.ID;
import static io.keyuan.identity.table.TokenTable.LAST_USED;
import static io.keyuan.identity.table.TokenTable.NAME;
import static io.keyuan.identity.table.TokenTable.PERSON;
import static io.keyuan.identity.table.TokenTable.PREFIX;
import static io.keyuan.identity.table.TokenTable.READ_ONLY;
import static io.keyuan.identity.table.TokenTable.ROLE;
import static io.keyuan.identity.table.TokenTable.TENANT;
import static io.keyuan.identity.table.TokenTable.TOKEN;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Ids;
import io.keyuan.engine.Signals;
import io.keyuan.identity.PeopleRoles;
import io.keyuan.identity.account.AccountSignals;
import io.keyuan.identity.account.Secrets;
import io.keyuan.identity.table.PersonTable;
import io.keyuan.identity.table.PreferenceTable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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
    private final SignInTrail trail;
    private final PeopleRoles roles;
    private final KnownSecrets<Identity> known;

    Tokens(
            DSLContext sql, Signals signals, AccountSignals accounts, SignInTrail trail, Background background, PeopleRoles roles,
            TransactionTemplate transaction) {
        this.sql = sql;
        this.trail = trail;
        this.roles = roles;
        this.transaction = transaction;
        this.known = new KnownSecrets<>("tokens", signals, this::load, this::used, background);
        accounts.listen(tenant -> known.forgetThose(identity -> identity.tenant().equals(tenant)), known::forgetAll);
    }

    /**
     * A token as its person may see it again.
     *
     * @param prefix its beginning, to tell it from others
     * @param lastUsedAt to the minute
     * @param role the one it is confined to; null where it may what its person may
     */
    public record Listed(
            UUID id, String name, Instant createdAt, @Nullable Instant expiresAt, @Nullable Instant lastUsedAt, String prefix,
            @Nullable UUID role, boolean readOnly) {}

    /**
     * What a new token is to be.
     *
     * @param person whose, of the current caller's tenant
     * @param expiresAt null for never
     * @param role null where it may what its person may
     */
    public record Wanted(UUID person, String name, @Nullable Instant expiresAt, @Nullable UUID role, boolean readOnly) {}

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

    /** @throws io.keyuan.engine.Problem where the role it is to be confined to is not there */
    public Issued issue(Wanted wanted) {
        if (wanted.role() != null && !roles.isThere(wanted.role())) {
            throw Refusals.broken("role", "unknown-reference");
        }
        String secret = MARK + Secrets.base62(RANDOM_LENGTH);
        var listed = new Listed(Ids.next(), wanted.name(), Instant.now(), wanted.expiresAt(), null,
                secret.substring(0, PREFIX_LENGTH), wanted.role(), wanted.readOnly());
        transaction.executeWithoutResult(status -> {
            sql.insertInto(TOKEN, TENANT, ID, PERSON, NAME, HASH, PREFIX, CREATED, EXPIRES, ROLE, READ_ONLY)
                    .values(Caller.current().tenant(), listed.id(), wanted.person(), wanted.name(), SecretHash.of(secret).bytes(),
                            listed.prefix(), utc(listed.createdAt()), utc(wanted.expiresAt()), wanted.role(), wanted.readOnly())
                    .execute();
            trail.tokenMade(wanted.person(), listed);
        });
        return new Issued(secret, listed);
    }

    /** Those of a person, the newest first. */
    List<Listed> list(UUID person) {
        return sql.select(ID, NAME, CREATED, EXPIRES, LAST_USED, PREFIX, ROLE, READ_ONLY)
                .from(TOKEN)
                .where(of(person))
                .orderBy(CREATED.desc(), ID.desc())
                .fetch(Tokens::listed);
    }

    /** Those of all service accounts of the current caller's company, the newest first. */
    Map<UUID, List<Listed>> ofServices() {
        return sql.select(PERSON, ID, NAME, CREATED, EXPIRES, LAST_USED, PREFIX, ROLE, READ_ONLY)
                .from(TOKEN)
                .join(PersonTable.PERSON).on(PersonTable.TENANT.eq(TENANT), PersonTable.ID.eq(PERSON))
                .where(TENANT.eq(Caller.current().tenant()), PersonTable.TENANT.eq(Caller.current().tenant()), PersonTable.isService())
                .orderBy(CREATED.desc(), ID.desc())
                .fetchGroups(row -> row.get(PERSON), Tokens::listed);
    }

    private static Listed listed(Record row) {
        return new Listed(row.get(ID), row.get(NAME), row.get(CREATED).toInstant(), instant(row.get(EXPIRES)),
                instant(row.get(LAST_USED)), row.get(PREFIX), row.get(ROLE), row.get(READ_ONLY));
    }

    /** @return whether the person had it */
    boolean revoke(UUID person, UUID id) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var revoked = sql.deleteFrom(TOKEN).where(of(person), ID.eq(id)).returning(HASH, NAME).fetch();
            revoked.forEach(row -> {
                known.forget(SecretHash.stored(row.get(HASH)));
                trail.tokenRevoked(person, row.get(NAME));
            });
            return !revoked.isEmpty();
        }));
    }

    private static Condition of(UUID person) {
        return TENANT.eq(Caller.current().tenant()).and(PERSON.eq(person));
    }

    private Optional<Identity> load(SecretHash hash) {
        return AcrossTenants.call("only the token says whose it is", () -> sql.select(
                        TENANT, PERSON, ID, ROLE, READ_ONLY, PersonTable.ADMINISTRATOR, PreferenceTable.LANGUAGE)
                .from(TOKEN)
                .join(PersonTable.PERSON).on(PersonTable.TENANT.eq(TENANT), PersonTable.ID.eq(PERSON))
                .leftJoin(PreferenceTable.PREFERENCE)
                .on(PreferenceTable.TENANT.eq(TENANT), PreferenceTable.PERSON.eq(PERSON))
                .where(HASH.eq(hash.bytes()), EXPIRES.isNull().or(EXPIRES.gt(utc(Instant.now()))), PersonTable.mayAct())
                .fetchOptional(Tokens::identity));
    }

    private static Identity identity(Record row) {
        return new Identity(row.get(TENANT), row.get(PERSON), row.get(PersonTable.ADMINISTRATOR),
                Preferences.locale(row.get(PreferenceTable.LANGUAGE)), new Proof.Token(row.get(ID), row.get(ROLE), row.get(READ_ONLY)));
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
