package io.keyuan.identity.tenant;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.keyuan.engine.KnownOfTenant;
import io.keyuan.engine.Signals;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The tenants, each remembered until it is changed. */
@Repository
public class Tenants {

    private static final String TOPIC = "tenants";
    private static final Table<Record> TENANT = table(name("tenant"));
    private static final Field<UUID> ID = field(name("tenant", "id"), SQLDataType.UUID);
    private static final Field<String> SLUG = field(name("tenant", "slug"), SQLDataType.CLOB);
    private static final Field<String> NAME = field(name("tenant", "name"), SQLDataType.CLOB);
    private static final Field<String> CURRENCY = field(name("tenant", "base_currency"), SQLDataType.CLOB);
    private static final Field<String> ZONE = field(name("tenant", "time_zone"), SQLDataType.CLOB);
    private static final Field<OffsetDateTime> CREATED = field(name("tenant", "created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<Integer> ERA = field(name("tenant", "era"), SQLDataType.INTEGER);
    private static final List<SelectFieldOrAsterisk> COLUMNS = List.of(ID, SLUG, NAME, CURRENCY, ZONE);

    private final DSLContext sql;
    private final Signals signals;
    private final KnownOfTenant<Tenant> byId = new KnownOfTenant<>(Duration.ofMinutes(1));

    private final Cache<UUID, Integer> eras =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(10)).build();

    Tenants(DSLContext sql, Signals signals) {
        this.sql = sql;
        this.signals = signals;
        signals.listen(TOPIC, tenant -> byId.forget(UUID.fromString(tenant)), byId::forgetAll);
    }

    /** @throws NoSuchElementException where there is none */
    public Tenant get(UUID id) {
        return byId.get(id, () -> sql.select(COLUMNS).from(TENANT).where(ID.eq(id)).fetchOptional(Tenants::tenant).orElseThrow());
    }

    /** How often its data came back from a backup. */
    int era(UUID id) {
        return eras.get(id, key -> sql.select(ERA).from(TENANT).where(ID.eq(key)).fetchOptional(ERA).orElseThrow());
    }

    /**
     * Whose people a request is about: the one that is named, else the only one there is, else the one the host is named
     * after.
     *
     * @param slug as given by whoever signs in; null where they gave none
     * @param host of the request, such as {@code acme.crm.example}
     */
    public Optional<Tenant> of(@Nullable String slug, String host) {
        if (slug != null && !slug.isBlank()) {
            return named(slug.strip());
        }
        List<Tenant> some = sql.select(COLUMNS).from(TENANT).limit(2).fetch(Tenants::tenant);
        return some.size() == 1 ? Optional.of(some.getFirst()) : named(host.split("\\.", 2)[0]);
    }

    /** The one this installation began with. */
    public Optional<Tenant> first() {
        return sql.select(COLUMNS).from(TENANT).orderBy(CREATED, ID).limit(1).fetchOptional(Tenants::tenant);
    }

    /** @return whether it is new; one with the same slug stays as it is */
    boolean add(Tenant tenant, OffsetDateTime at) {
        return sql.insertInto(TENANT, ID, SLUG, NAME, CURRENCY, ZONE, CREATED)
                        .values(tenant.id(), tenant.slug(), tenant.name(), tenant.baseCurrency(), tenant.zone().getId(), at)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void change(Tenant tenant) {
        sql.update(TENANT)
                .set(NAME, tenant.name())
                .set(CURRENCY, tenant.baseCurrency())
                .set(ZONE, tenant.zone().getId())
                .where(ID.eq(tenant.id()))
                .execute();
        signals.tell(TOPIC, tenant.id().toString());
        byId.changed(tenant.id());
    }

    private Optional<Tenant> named(String slug) {
        return sql.select(COLUMNS).from(TENANT).where(SLUG.eq(slug.toLowerCase(Locale.ROOT))).fetchOptional(Tenants::tenant);
    }

    private static Tenant tenant(Record row) {
        return new Tenant(row.get(ID), row.get(SLUG), row.get(NAME), row.get(CURRENCY), ZoneId.of(row.get(ZONE)));
    }
}
