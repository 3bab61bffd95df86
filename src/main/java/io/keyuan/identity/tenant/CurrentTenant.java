package io.keyuan.identity.tenant;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Era;
import io.keyuan.engine.TenantProfile;
import io.keyuan.engine.TenantSettings;
import io.keyuan.identity.company.CompanySettings;
import io.keyuan.identity.company.CompanyStore;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Tells the engine of the current caller's tenant what it asks. */
@Component
final class CurrentTenant implements TenantProfile, TenantSettings, Era {

    private final Tenants tenants;
    private final CompanyStore companies;

    CurrentTenant(Tenants tenants, CompanyStore companies) {
        this.tenants = tenants;
        this.companies = companies;
    }

    @Override
    public String slug() {
        return tenant().slug();
    }

    @Override
    public String name() {
        return tenant().name();
    }

    @Override
    public Map<String, String> letterhead() {
        CompanySettings.Letterhead papers = companies.get().letterhead();
        Map<String, String> said = new LinkedHashMap<>();
        said.put("legalName", papers.legalName());
        said.put("address", papers.address());
        said.put("phone", papers.phone());
        said.put("taxNumber", papers.taxNumber());
        said.put("bank", papers.bank());
        said.values().removeIf(Objects::isNull);
        return said;
    }

    @Override
    public ZoneId zone() {
        return tenant().zone();
    }

    @Override
    public String baseCurrency() {
        return tenant().baseCurrency();
    }

    @Override
    public Conventions conventions() {
        CompanySettings settled = companies.get();
        return new Conventions(
                settled.fiscalYearStart(), settled.languages(), settled.defaultLanguage(), settled.numberFormat(), settled.dateFormat());
    }

    @Override
    public int current() {
        return tenants.era(Caller.current().tenant());
    }

    private Tenant tenant() {
        return tenants.get(Caller.current().tenant());
    }
}
