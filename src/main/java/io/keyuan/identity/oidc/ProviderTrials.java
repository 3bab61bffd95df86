package io.keyuan.identity.oidc;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Caller;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back when the current caller tried a provider: what it says of them, and what signing in would come to. */
@Repository
class ProviderTrials {

    static final Table<Record> TRIAL = table(name("identity_provider_trial"));
    static final Field<UUID> TENANT = field(name("identity_provider_trial", "tenant_id"), SQLDataType.UUID);
    static final Field<UUID> PERSON = field(name("identity_provider_trial", "person_id"), SQLDataType.UUID);
    private static final Field<UUID> PROVIDER = field(name("identity_provider_trial", "provider_id"), SQLDataType.UUID);
    private static final Field<OffsetDateTime> TRIED = field(name("identity_provider_trial", "tried_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<JSONB> OUTCOME = field(name("identity_provider_trial", "outcome"), SQLDataType.JSONB);

    private final DSLContext sql;
    private final Planning planning;
    private final AuditTrail trail;

    ProviderTrials(DSLContext sql, Planning planning, AuditTrail trail) {
        this.sql = sql;
        this.planning = planning;
        this.trail = trail;
    }

    /** @param refused why nobody would be let in; null where somebody would */
    record Outcome(
            Instant at, @Nullable String refused, @Nullable String detail, @Nullable Heard heard, @Nullable Planned planned,
            @Nullable JsonNode claims) {}

    /** How the claims were understood. */
    record Heard(
            String subject, @Nullable String login, @Nullable String name, @Nullable String email, boolean emailVerified,
            Collection<String> groups) {}

    /**
     * @param kind {@code make}, {@code admit} or {@code link}
     * @param roles null where the provider has no say in them
     */
    record Planned(
            String kind, @Nullable UUID person, @Nullable String login, @Nullable String name, @Nullable String email,
            @Nullable Collection<String> roles) {}

    void succeeded(Provider provider, Statement said) {
        Plan plan = planning.plan(provider.admittance(), said);
        var heard = new Heard(said.subject(), said.login(), said.name(), said.email(), said.emailVerified(), said.groups());
        String refused = plan instanceof Plan.Refuse refuse ? refuse.refusal().code() : null;
        JsonNode claims = JsonMapper.shared().valueToTree(said.claims());
        keep(provider, new Outcome(Instant.now(), refused, null, heard, planned(plan), claims));
    }

    void failed(Provider provider, SignInRefused refused) {
        keep(provider, new Outcome(Instant.now(), refused.refusal().code(), refused.detail(), null, null, null));
    }

    private static @Nullable Planned planned(Plan plan) {
        return switch (plan) {
            case Plan.Refuse refuse -> null;
            case Plan.Admit admit ->
                new Planned(admit.linked() ? "admit" : "link", admit.person(), null, admit.name(), admit.email(), admit.roles());
            case Plan.Make make -> new Planned("make", null, make.login(), make.name(), make.email(), make.roles());
        };
    }

    private void keep(Provider provider, Outcome outcome) {
        Caller caller = Caller.current();
        JSONB text = JSONB.jsonb(JsonMapper.shared().writeValueAsString(outcome));
        OffsetDateTime at = outcome.at().atOffset(ZoneOffset.UTC);
        sql.insertInto(TRIAL, TENANT, PROVIDER, PERSON, TRIED, OUTCOME)
                .values(caller.tenant(), provider.id(), caller.person(), at, text)
                .onConflict(TENANT, PROVIDER, PERSON)
                .doUpdate()
                .set(TRIED, at)
                .set(OUTCOME, text)
                .execute();
        trail.keep(AuditEvent.of("identity-provider-tried", Map.of(
                "provider", provider.label(), "outcome", outcome.refused() == null ? "admitted" : outcome.refused())));
    }

    Optional<Outcome> last(UUID provider) {
        Caller caller = Caller.current();
        return sql.select(OUTCOME)
                .from(TRIAL)
                .where(TENANT.eq(caller.tenant()), PROVIDER.eq(provider), PERSON.eq(caller.person()))
                .fetchOptional(row -> JsonMapper.shared().readValue(row.value1().data(), Outcome.class));
    }
}
