package io.keyuan.identity.oidc;

import static io.keyuan.identity.User.USER;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Choice;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Ids;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Records;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries out what was planned for somebody who signs in: makes them, brings them up to date, gives them their roles. */
@Service
class Admitting {

    private static final Choice ACTIVE = Choice.of("active");

    private final Planning planning;
    private final Records records;
    private final ProvidedIdentities identities;
    private final RolesOfPeople roles;
    private final Deputy deputy;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    Admitting(
            Planning planning, Records records, ProvidedIdentities identities, RolesOfPeople roles, Deputy deputy, AuditTrail trail,
            TransactionTemplate transaction) {
        this.planning = planning;
        this.records = records;
        this.identities = identities;
        this.roles = roles;
        this.deputy = deputy;
        this.trail = trail;
        this.transaction = transaction;
    }

    /**
     * For the current caller's company, all or nothing.
     *
     * @return the person who may be signed in now
     */
    UUID admit(Provider provider, Statement said) throws SignInRefused {
        // Somebody who comes by two windows at once is made by the first; the second finds them when it tries again.
        try {
            return attempt(provider, said);
        } catch (Problem | DataAccessException overtaken) {
            try {
                return attempt(provider, said);
            } catch (Problem | DataAccessException refused) {
                throw new SignInRefused(Refusal.NOT_WRITTEN, String.valueOf(refused.getMessage()), refused);
            }
        }
    }

    private UUID attempt(Provider provider, Statement said) throws SignInRefused {
        Plan plan = planning.plan(provider.admittance(), said);
        if (plan instanceof Plan.Refuse refuse) {
            throw new SignInRefused(refuse.refusal(), "subject " + said.subject());
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            UUID person = carryOut(plan, provider, said);
            if (!identities.link(said.issuer(), said.subject(), person)) {
                throw Problem.of(ProblemKind.CONFLICT);
            }
            return person;
        }));
    }

    private UUID carryOut(Plan plan, Provider provider, Statement said) {
        return switch (plan) {
            case Plan.Make make -> make(make, provider, said);
            case Plan.Admit admit -> update(admit, provider, said);
            case Plan.Refuse refuse -> throw new IllegalStateException("refused: " + refuse.refusal());
        };
    }

    private UUID make(Plan.Make make, Provider provider, Statement said) {
        UUID person = Ids.next();
        Map<String, Object> input = new HashMap<>(Map.of(USER.name.name(), make.name()));
        put(input, USER.login.name(), make.login());
        put(input, USER.email.name(), make.email());
        save(person, Draft.create(USER, person, input).set(USER.account, ACTIVE));
        if (!make.roles().isEmpty()) {
            roles.set(person, make.roles());
        }
        keep("person-made-at-sign-in", person, provider, said, make.roles());
        return person;
    }

    private UUID update(Plan.Admit admit, Provider provider, Statement said) {
        Map<String, Object> input = new HashMap<>();
        put(input, USER.name.name(), admit.name());
        put(input, USER.email.name(), admit.email());
        if (!input.isEmpty() || !admit.invited()) {
            save(admit.person(), Draft.update(USER, admit.person(), null, input).set(USER.account, ACTIVE));
        }
        if (admit.roles() != null) {
            roles.set(admit.person(), admit.roles());
        }
        if (!admit.linked()) {
            keep("person-linked-at-sign-in", admit.person(), provider, said, Set.of());
        }
        return admit.person();
    }

    /** On behalf of an administrator, who has settled that it shall be so; somebody's own where there is no other. */
    private void save(UUID person, Draft draft) {
        As.call(deputy.orSelf(person), () -> records.save(new Batch(USER, List.of(draft))));
    }

    private void keep(String kind, UUID person, Provider provider, Statement said, Set<String> given) {
        Caller caller = Caller.current();
        Map<String, Object> details = Map.of(
                "provider", provider.label(), "issuer", said.issuer(), "subject", said.subject(), "roles", List.copyOf(given));
        As.call(new Caller(caller.tenant(), person, false, caller.locale(), null), () -> {
            trail.keep(new AuditEvent(kind, USER.name(), person, details));
            return true;
        });
    }

    private static void put(Map<String, Object> input, String name, @Nullable String value) {
        if (value != null) {
            input.put(name, value);
        }
    }
}
