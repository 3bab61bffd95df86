package io.keyuan.identity.signin;

import io.keyuan.engine.AcrossTenants;
import io.keyuan.engine.Languages;
import io.keyuan.identity.table.PersonTable;
import io.keyuan.identity.tenant.Tenant;
import io.keyuan.identity.tenant.Tenants;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a client who it is signed in as. */
@Component
final class SessionAnswer {

    private final DSLContext sql;
    private final Tenants tenants;

    SessionAnswer(DSLContext sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /**
     * @param language the one the person has chosen; null for whatever the browser asks for
     * @param user whose records are seen
     * @param viewedBy the administrator who sees what the user sees; null where it is the user
     * @param csrfToken null for a program's token, which needs none
     */
    record Body(
            User user, Company tenant, @Nullable String language, List<String> languages, boolean admin,
            boolean mustChangePassword, boolean mustSetUpSecondFactor, @Nullable String csrfToken,
            @Nullable User viewedBy) {}

    record User(String id, String title, @Nullable String login) {}

    record Company(String slug, String name, String baseCurrency) {}

    Body of(Identity identity) {
        return of(identity, identity.language());
    }

    Body of(Identity identity, @Nullable Locale language) {
        Identity.Seen seen = identity.seen();
        Proof.Session session = identity.proof() instanceof Proof.Session it ? it : null;
        return new Body(
                user(identity.tenant(), seen == null ? identity.person() : seen.person()),
                company(tenants.get(identity.tenant())),
                language == null ? null : language.toLanguageTag(),
                Languages.all().stream().map(Locale::toLanguageTag).toList(),
                seen == null ? identity.administrator() : seen.administrator(),
                session != null && session.mustChangePassword(),
                session != null && session.needsSecondFactor(),
                session == null ? null : session.csrf(),
                seen == null ? null : user(identity.tenant(), identity.person()));
    }

    private User user(UUID tenant, UUID person) {
        return AcrossTenants.call("whoever just signed in is not bound yet", () -> sql.select(PersonTable.NAME, PersonTable.LOGIN)
                .from(PersonTable.PERSON)
                .where(PersonTable.TENANT.eq(tenant), PersonTable.ID.eq(person))
                .fetchSingle(row -> new User(person.toString(), row.value1(), row.value2())));
    }

    private static Company company(Tenant tenant) {
        return new Company(tenant.slug(), tenant.name(), tenant.baseCurrency());
    }
}
