package io.keyuan.identity.tenant;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.BaseCurrencyChanged;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.identity.company.CompanySettings;
import io.keyuan.identity.company.CompanyStore;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Settles something else for a company. */
@Service
class ChangeSettings {

    private static final int NAME_LENGTH = 100;

    private final Tenants tenants;
    private final CompanyStore companies;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    ChangeSettings(
            Tenants tenants, CompanyStore companies, ApplicationEventPublisher events, AuditTrail trail, TransactionTemplate transaction) {
        this.tenants = tenants;
        this.companies = companies;
        this.events = events;
        this.trail = trail;
        this.transaction = transaction;
    }

    /** @throws Problem that names everything wrong */
    Tenant change(UUID id, SettingsController.Wanted wanted) {
        Tenant old = tenants.get(id);
        List<Fault> faults = new ArrayList<>();
        String name = wanted.name() == null ? old.name() : name(wanted.name(), faults);
        String currency = wanted.baseCurrency() == null ? old.baseCurrency() : currency(wanted.baseCurrency(), faults);
        ZoneId zone = wanted.timeZone() == null ? old.zone() : zone(wanted.timeZone(), old.zone(), faults);
        CompanySettings company = wanted.company() == null ? companies.get() : wanted.company().applied(companies.get(), faults);
        if (!faults.isEmpty()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, faults.toArray(Fault[]::new));
        }
        return store(old, new Tenant(id, old.slug(), name, currency, zone), company);
    }

    private Tenant store(Tenant old, Tenant tenant, CompanySettings company) {
        transaction.executeWithoutResult(status -> {
            tenants.change(tenant);
            trail.keep(AuditEvent.of("settings-changed", Map.of("settings", changed(old, tenant, company))));
            // Also where it is as it was: from then on the company has settled it.
            companies.save(company);
            if (!tenant.baseCurrency().equals(old.baseCurrency())) {
                events.publishEvent(new BaseCurrencyChanged(tenant.id(), tenant.baseCurrency()));
            }
        });
        return tenant;
    }

    private List<String> changed(Tenant old, Tenant tenant, CompanySettings company) {
        List<String> changed = new ArrayList<>();
        if (!old.name().equals(tenant.name())) {
            changed.add("name");
        }
        if (!old.baseCurrency().equals(tenant.baseCurrency())) {
            changed.add("baseCurrency");
        }
        if (!old.zone().equals(tenant.zone())) {
            changed.add("timeZone");
        }
        if (!company.equals(companies.get())) {
            changed.add("company");
        }
        return changed;
    }

    static String name(String wanted, List<Fault> faults) {
        String name = wanted.strip();
        if (name.isEmpty()) {
            faults.add(Fault.at("name", "required"));
        } else if (name.length() > NAME_LENGTH) {
            faults.add(Fault.at("name", "too-long", NAME_LENGTH, name.length()));
        }
        return name;
    }

    static String currency(String wanted, List<Fault> faults) {
        if (!isCurrency(wanted)) {
            faults.add(Fault.at("baseCurrency", "not-currency"));
        }
        return wanted;
    }

    static boolean isCurrency(String code) {
        return Currency.availableCurrencies().anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    static ZoneId zone(String wanted, ZoneId old, List<Fault> faults) {
        try {
            return ZoneId.of(wanted);
        } catch (DateTimeException unknown) {
            faults.add(Fault.at("timeZone", "not-time-zone"));
            return old;
        }
    }
}
