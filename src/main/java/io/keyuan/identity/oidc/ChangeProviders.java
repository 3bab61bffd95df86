package io.keyuan.identity.oidc;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Ids;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Settles something about the current caller's company's providers, and keeps who did. */
@Service
class ChangeProviders {

    private final Providers providers;
    private final ClientSecrets secrets;
    private final RolesOfPeople roles;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    ChangeProviders(
            Providers providers, ClientSecrets secrets, RolesOfPeople roles, AuditTrail trail, TransactionTemplate transaction) {
        this.providers = providers;
        this.secrets = secrets;
        this.roles = roles;
        this.trail = trail;
        this.transaction = transaction;
    }

    Provider create(ProviderBody wanted) {
        Provider provider = changed(ProviderChange.fresh(Caller.current().tenant(), Ids.next()), wanted);
        transaction.executeWithoutResult(status -> {
            providers.add(provider);
            keep("identity-provider-added", provider, List.of());
        });
        return provider;
    }

    Provider change(Provider old, ProviderBody wanted) {
        Provider provider = changed(old, wanted);
        List<String> what = differences(old, provider);
        if (!what.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                providers.change(provider);
                keep("identity-provider-changed", provider, what);
            });
        }
        return provider;
    }

    void remove(Provider provider) {
        transaction.executeWithoutResult(status -> {
            providers.remove(provider.id());
            keep("identity-provider-removed", provider, List.of());
        });
    }

    private Provider changed(Provider old, ProviderBody wanted) {
        Provider provider = new ProviderChange(wanted, roles.codes()).of(old, secret -> secrets.seal(secret, old.tenant(), old.id()));
        if (providers.isTwice(provider)) {
            throw Problem.of(ProblemKind.RULE_BROKEN, Fault.at("clientId", "provider-twice"));
        }
        return provider;
    }

    /** The names of columns, whose values may be secrets. */
    private static List<String> differences(Provider old, Provider provider) {
        Map<Field<?>, @Nullable Object> before = ProviderTable.values(old);
        return ProviderTable.values(provider).entrySet().stream()
                .filter(entry -> !Objects.equals(before.get(entry.getKey()), entry.getValue()))
                .map(entry -> entry.getKey().getName())
                .toList();
    }

    private void keep(String kind, Provider provider, List<String> what) {
        UUID id = provider.id();
        trail.keep(AuditEvent.of(kind, Map.of(
                "provider", provider.label(), "id", id.toString(), "issuer", provider.client().issuer(), "changed", what)));
    }
}
