package io.keyuan.identity.oidc;

import static io.keyuan.identity.oidc.ProviderTable.CLIENT_ID;
import static io.keyuan.identity.oidc.ProviderTable.CREATED;
import static io.keyuan.identity.oidc.ProviderTable.ENABLED;
import static io.keyuan.identity.oidc.ProviderTable.ID;
import static io.keyuan.identity.oidc.ProviderTable.PASSWORDS;
import static io.keyuan.identity.oidc.ProviderTable.PROVIDER;
import static io.keyuan.identity.oidc.ProviderTable.TENANT;
import static io.keyuan.identity.oidc.ProviderTable.UPDATED;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Caller;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The identity providers of companies. */
@Repository
class Providers {

    private final DSLContext sql;

    Providers(DSLContext sql) {
        this.sql = sql;
    }

    /** Of whichever company. */
    Optional<Provider> find(UUID id) {
        return AcrossTenants.call("the address a browser comes to names a provider and no company", () -> sql.select(ProviderTable.ALL)
                .from(PROVIDER)
                .where(ID.eq(id))
                .fetchOptional(ProviderTable::provider));
    }

    /** Those of the current caller's company, the oldest first. */
    List<Provider> all() {
        return sql.select(ProviderTable.ALL)
                .from(PROVIDER)
                .where(TENANT.eq(Caller.current().tenant()))
                .orderBy(CREATED, ID)
                .fetch(ProviderTable::provider);
    }

    /** One of the current caller's company. */
    Optional<Provider> get(UUID id) {
        return sql.select(ProviderTable.ALL)
                .from(PROVIDER)
                .where(TENANT.eq(Caller.current().tenant()), ID.eq(id))
                .fetchOptional(ProviderTable::provider);
    }

    /** Whether the current caller's company has one that is to be used instead of passwords. */
    boolean replacePasswords() {
        return sql.fetchExists(PROVIDER, TENANT.eq(Caller.current().tenant()).and(ENABLED.isTrue()).and(PASSWORDS.isFalse()));
    }

    void add(Provider provider) {
        OffsetDateTime now = now();
        sql.insertInto(PROVIDER)
                .set(TENANT, provider.tenant())
                .set(ID, provider.id())
                .set(CREATED, now)
                .set(UPDATED, now)
                .set(ProviderTable.values(provider))
                .execute();
    }

    void change(Provider provider) {
        sql.update(PROVIDER)
                .set(ProviderTable.values(provider))
                .set(UPDATED, now())
                .where(TENANT.eq(provider.tenant()), ID.eq(provider.id()))
                .execute();
    }

    /** With the ways to it that are under way; whom it let in stays in. */
    void remove(UUID id) {
        sql.deleteFrom(PROVIDER).where(TENANT.eq(Caller.current().tenant()), ID.eq(id)).execute();
    }

    /** Whether two of the company are the same client of the same provider, which could not be told apart at sign-out. */
    boolean isTwice(Provider provider) {
        return sql.fetchExists(PROVIDER, TENANT.eq(provider.tenant())
                .and(ID.ne(provider.id()))
                .and(ProviderTable.ISSUER.eq(provider.client().issuer()))
                .and(CLIENT_ID.eq(provider.client().id())));
    }

    private static OffsetDateTime now() {
        return Instant.now().atOffset(ZoneOffset.UTC);
    }
}
