package io.keyuan.identity.oidc;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Vault;
import io.keyuan.identity.signin.SecretHash;
import io.keyuan.identity.table.SessionTable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Which sessions of the current caller's company began with which provider's. */
@Repository
class ProviderSessions {

    static final Table<Record> SESSION = table(name("provider_session"));
    static final Field<UUID> TENANT = field(name("provider_session", "tenant_id"), SQLDataType.UUID);
    static final Field<UUID> PERSON = field(name("provider_session", "person_id"), SQLDataType.UUID);
    private static final Field<byte[]> ID = field(name("provider_session", "session_id"), SQLDataType.BLOB);
    private static final Field<UUID> PROVIDER = field(name("provider_session", "provider_id"), SQLDataType.UUID);
    private static final Field<String> SUBJECT = field(name("provider_session", "subject"), SQLDataType.CLOB);
    private static final Field<String> SID = field(name("provider_session", "sid"), SQLDataType.CLOB);
    private static final Field<String> ID_TOKEN = field(name("provider_session", "id_token"), SQLDataType.CLOB);
    private static final Field<OffsetDateTime> BEGAN = field(name("provider_session", "began_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private final DSLContext sql;
    private final Vault vault;

    ProviderSessions(DSLContext sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    /** @param idToken null where it cannot be read any more */
    record Begun(UUID provider, @Nullable String idToken) {}

    /** Also forgets those of the person whose sessions have ended. */
    void began(SecretHash session, Provider provider, Statement said, UUID person) {
        UUID tenant = Caller.current().tenant();
        sql.deleteFrom(SESSION)
                .where(TENANT.eq(tenant), PERSON.eq(person))
                .and(notExists(selectOne().from(SessionTable.SESSION)
                        .where(SessionTable.TENANT.eq(tenant), SessionTable.ID.eq(ID))))
                .execute();
        sql.insertInto(SESSION, TENANT, ID, PROVIDER, PERSON, SUBJECT, SID, ID_TOKEN, BEGAN)
                .values(tenant, session.bytes(), provider.id(), person, said.subject(), said.sid(),
                        vault.seal(said.idToken(), place(tenant)), Instant.now().atOffset(ZoneOffset.UTC))
                .execute();
    }

    Optional<Begun> find(SecretHash session) {
        UUID tenant = Caller.current().tenant();
        return sql.select(PROVIDER, ID_TOKEN)
                .from(SESSION)
                .where(TENANT.eq(tenant), ID.eq(session.bytes()))
                .fetchOptional(row -> new Begun(row.value1(), vault.open(row.value2(), place(tenant)).orElse(null)));
    }

    /**
     * Forgets those that have ended at the provider.
     *
     * @param subject null for whoever's session it is
     * @param sid null for all of the subject's
     */
    List<SecretHash> ended(UUID provider, @Nullable String subject, @Nullable String sid) {
        Condition meant = TENANT.eq(Caller.current().tenant()).and(PROVIDER.eq(provider));
        if (subject != null) {
            meant = meant.and(SUBJECT.eq(subject));
        }
        if (sid != null) {
            meant = meant.and(SID.eq(sid));
        }
        return sql.deleteFrom(SESSION).where(meant).returning(ID).fetch(row -> SecretHash.stored(row.get(ID)));
    }

    private static String place(UUID tenant) {
        return "provider-session/" + tenant;
    }
}
