package io.keyuan.identity.tenant;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Ids;
import io.keyuan.engine.Languages;
import io.keyuan.engine.TenantSeed;
import io.keyuan.identity.AdministratorCreated;
import io.keyuan.identity.account.Credentials;
import io.keyuan.identity.account.Secrets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the first tenant and its administrator where there is none. Of two nodes that start at once on an empty database
 * one does it, the other waits for it and does nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Bootstrap implements ApplicationRunner {

    private static final String SLUG = "keyuan";
    private static final String NAME = "客缘";
    private static final String LOGIN = "admin";
    private static final ZoneId HOME = ZoneId.of("Asia/Shanghai");

    private final Tenants tenants;
    private final FirstPerson people;
    private final Credentials credentials;
    private final ObjectProvider<TenantSeed> seeds;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final IdentityProperties properties;

    Bootstrap(Tenants tenants, FirstPerson people, Credentials credentials, ObjectProvider<TenantSeed> seeds,
            TransactionTemplate transaction, ApplicationEventPublisher events, IdentityProperties properties) {
        this.tenants = tenants;
        this.people = people;
        this.credentials = credentials;
        this.seeds = seeds;
        this.transaction = transaction;
        this.events = events;
        this.properties = properties;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (tenants.first().isEmpty()) {
            Objects.requireNonNull(transaction.execute(status -> create())).ifPresent(events::publishEvent);
        }
    }

    /** @return empty where another node was quicker */
    private Optional<AdministratorCreated> create() {
        var tenant = new Tenant(Ids.next(), SLUG, NAME, currency(), zone());
        OffsetDateTime now = Instant.now().atOffset(ZoneOffset.UTC);
        if (!tenants.add(tenant, now)) {
            return Optional.empty();
        }
        UUID person = Ids.next();
        Optional<String> chosen = Optional.ofNullable(properties.adminPassword()).filter(password -> !password.isBlank());
        String password = chosen.orElseGet(Secrets::readablePassword);
        new Caller(tenant.id(), person, true, Languages.SIMPLIFIED_CHINESE, null).run(() -> {
            seeds.orderedStream().forEach(seed -> seed.seed(tenant.id()));
            people.add(person, LOGIN, now);
            credentials.set(tenant.id(), person, password, chosen.isEmpty());
        });
        return Optional.of(new AdministratorCreated(LOGIN, chosen.isEmpty() ? password : null));
    }

    private String currency() {
        String currency = properties.baseCurrency();
        if (!ChangeSettings.isCurrency(currency)) {
            throw new IllegalStateException("KEYUAN_BASE_CURRENCY is no currency of ISO 4217: " + currency);
        }
        return currency;
    }

    /** A server's clock set to UTC says nothing about where its people are. */
    private static ZoneId zone() {
        ZoneId machine = ZoneId.systemDefault();
        boolean utc = machine.normalized().equals(ZoneOffset.UTC);
        return utc ? HOME : machine;
    }
}
