package io.keyuan.identity.tenant;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Ids;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is asked for of a new company. */
@Component
public final class NewTenant {

    /** The first label of a host's name. */
    private static final Pattern SLUG = Pattern.compile("[a-z]([a-z0-9-]{0,38}[a-z0-9])?");

    private final Tenants tenants;

    NewTenant(Tenants tenants) {
        this.tenants = tenants;
    }

    /**
     * @param currency null, as the zone, for that of the company this installation began with
     * @throws Problem that names everything wrong
     */
    public Tenant of(@Nullable String slug, @Nullable String name, @Nullable String currency, @Nullable String zone) {
        List<Fault> faults = new ArrayList<>();
        Tenant first = tenants.first().orElseThrow();
        var tenant = new Tenant(
                Ids.next(),
                slug(slug, faults),
                ChangeSettings.name(name == null ? "" : name, faults),
                ChangeSettings.currency(currency == null ? first.baseCurrency() : currency, faults),
                ChangeSettings.zone(zone == null ? first.zone().getId() : zone, first.zone(), faults));
        if (!faults.isEmpty()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, faults.toArray(Fault[]::new));
        }
        return tenant;
    }

    private static String slug(@Nullable String wanted, List<Fault> faults) {
        if (wanted == null || wanted.isBlank()) {
            faults.add(Fault.at("slug", "required"));
            return "";
        }
        if (!SLUG.matcher(wanted).matches()) {
            faults.add(Fault.at("slug", "not-slug"));
        }
        return wanted;
    }
}
