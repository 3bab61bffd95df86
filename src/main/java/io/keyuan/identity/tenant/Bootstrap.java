package io.keyuan.identity.tenant;

import io.keyuan.engine.Ids;
import io.keyuan.identity.AdministratorCreated;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

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
    private final CreateTenant create;
    private final ApplicationEventPublisher events;
    private final IdentityProperties properties;

    Bootstrap(Tenants tenants, CreateTenant create, ApplicationEventPublisher events, IdentityProperties properties) {
        this.tenants = tenants;
        this.create = create;
        this.events = events;
        this.properties = properties;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (tenants.first().isEmpty()) {
            var tenant = new Tenant(Ids.next(), SLUG, NAME, currency(), zone());
            // Empty where another node was quicker.
            create.create(tenant, LOGIN, properties.adminPassword()).map(Bootstrap::created).ifPresent(events::publishEvent);
        }
    }

    private static AdministratorCreated created(CreateTenant.Administrator administrator) {
        return new AdministratorCreated(administrator.login(), administrator.oneTime() ? administrator.password() : null);
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
