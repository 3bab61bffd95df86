package io.keyuan.identity.tenant;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Ids;
import io.keyuan.engine.Languages;
import io.keyuan.engine.TenantSeed;
import io.keyuan.identity.account.Credentials;
import io.keyuan.identity.account.Secrets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a company with all it begins with, and somebody who may everything in it. */
@Service
public class CreateTenant {

    private final Tenants tenants;
    private final FirstPerson people;
    private final Credentials credentials;
    private final ObjectProvider<TenantSeed> seeds;
    private final TransactionTemplate transaction;

    CreateTenant(Tenants tenants, FirstPerson people, Credentials credentials, ObjectProvider<TenantSeed> seeds,
            TransactionTemplate transaction) {
        this.tenants = tenants;
        this.people = people;
        this.credentials = credentials;
        this.seeds = seeds;
        this.transaction = transaction;
    }

    /**
     * The person a tenant begins with.
     *
     * @param password the one they were given
     * @param oneTime whether it was made up, so that they must choose another
     */
    public record Administrator(String login, String password, boolean oneTime) {
        /** The password is for one pair of eyes, not for a log. */
        @Override
        public String toString() {
            return "Administrator[" + login + "]";
        }
    }

    /**
     * @param password the administrator's; null to have one made up
     * @return empty where there is a tenant with this slug already, which stays as it is
     */
    public Optional<Administrator> create(Tenant tenant, String login, @Nullable String password) {
        boolean oneTime = password == null || password.isBlank();
        var administrator = new Administrator(login, password == null || oneTime ? Secrets.readablePassword() : password, oneTime);
        boolean created = Objects.requireNonNull(transaction.execute(status -> add(tenant, administrator)));
        return created ? Optional.of(administrator) : Optional.empty();
    }

    private boolean add(Tenant tenant, Administrator administrator) {
        OffsetDateTime now = Instant.now().atOffset(ZoneOffset.UTC);
        if (!tenants.add(tenant, now)) {
            return false;
        }
        UUID person = Ids.next();
        new Caller(tenant.id(), person, true, Languages.SIMPLIFIED_CHINESE, null).run(() -> {
            seeds.orderedStream().forEach(seed -> seed.seed(tenant.id()));
            people.add(person, administrator.login(), now);
            credentials.set(tenant.id(), person, administrator.password(), administrator.oneTime());
        });
        return true;
    }
}
