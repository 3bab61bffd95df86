package io.keyuan.identity.oidc;

import io.keyuan.identity.oidc.KnownPeople.Known;
import io.keyuan.identity.oidc.Provider.Admittance;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides who it is that a provider tells of, and whether they are let in. By issuer and subject first: an address may be given
 * to somebody else one day. Only reads, for the current caller's company.
 */
@Component
class Planning {

    private static final int NAME_LENGTH = 100;

    private final ProvidedIdentities identities;
    private final KnownPeople people;
    private final RolesOfPeople roles;

    Planning(ProvidedIdentities identities, KnownPeople people, RolesOfPeople roles) {
        this.identities = identities;
        this.people = people;
        this.roles = roles;
    }

    Plan plan(Admittance rules, Statement said) {
        Optional<UUID> linked = identities.person(said.issuer(), said.subject());
        if (linked.isPresent()) {
            // Whoever was deleted is not made anew: an administrator has decided that they are gone.
            return people.get(linked.get())
                    .filter(person -> !person.isDisabled())
                    .<Plan>map(person -> admit(person, true, rules, said))
                    .orElseGet(() -> new Plan.Refuse(Refusal.DISABLED));
        }
        String email = said.email();
        Optional<Known> namesake = email == null ? Optional.empty() : people.byEmail(email);
        return namesake.isPresent() ? namesake(namesake.get(), rules, said) : unknown(rules, said);
    }

    private Plan namesake(Known person, Admittance rules, Statement said) {
        boolean proved = rules.linksByEmail() && said.emailVerified() && !identities.isLinked(person.id(), said.issuer());
        if (!proved) {
            return new Plan.Refuse(Refusal.EMAIL_TAKEN);
        }
        if (person.isDisabled()) {
            return new Plan.Refuse(Refusal.DISABLED);
        }
        // Whom nobody has invited yet the provider may bring in only where it may bring in anybody.
        return person.isActive() || rules.makesPeople()
                ? admit(person, false, rules, said)
                : new Plan.Refuse(Refusal.UNKNOWN_PERSON);
    }

    private Plan admit(Known person, boolean linked, Admittance rules, Statement said) {
        String name = shortened(said.name());
        String email = said.email();
        boolean sameEmail = email == null || email.equalsIgnoreCase(person.email()) || people.byEmail(email).isPresent();
        return new Plan.Admit(
                person.id(),
                name == null || name.equals(person.name()) ? null : name,
                sameEmail ? null : email,
                linked,
                person.isActive(),
                rules.roles().isEmpty() ? null : roles(rules, said));
    }

    private Plan unknown(Admittance rules, Statement said) {
        if (!rules.makesPeople()) {
            return new Plan.Refuse(Refusal.UNKNOWN_PERSON);
        }
        String name = Stream.of(said.name(), said.login(), said.email())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(Planning::shortened)
                .orElse(null);
        if (name == null) {
            return new Plan.Refuse(Refusal.NO_NAME);
        }
        String login = Stream.of(said.login(), said.email())
                .flatMap(Stream::ofNullable)
                .filter(each -> each.length() <= NAME_LENGTH && !people.hasLogin(each))
                .findFirst()
                .orElse(null);
        return new Plan.Make(name, login, said.email(), roles(rules, said));
    }

    /** Those of the groups, else the default; none that is not there any more. */
    private Set<String> roles(Admittance rules, Statement said) {
        Set<String> groups = said.groups();
        Set<String> wanted = new LinkedHashSet<>();
        rules.roles().stream().filter(each -> groups.contains(each.group())).forEach(each -> wanted.add(each.role()));
        if (wanted.isEmpty() && rules.defaultRole() != null) {
            wanted.add(rules.defaultRole());
        }
        wanted.retainAll(roles.codes());
        return wanted;
    }

    private static @Nullable String shortened(@Nullable String name) {
        return name == null || name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH);
    }
}
