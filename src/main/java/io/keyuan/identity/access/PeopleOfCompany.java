package io.keyuan.identity.access;

import io.keyuan.engine.People;
import io.keyuan.identity.Absentees;
import io.keyuan.identity.StandIns;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How people stand to each other, from the organisation that is remembered: what a filter calls a team is what rights call one. */
@Component
class PeopleOfCompany implements People, StandIns {

    private final Organisations organisations;

    PeopleOfCompany(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public Set<UUID> team(UUID person) {
        return organisations.current().reports(person);
    }

    @Override
    public Absentees away(LocalDate day) {
        return organisations.current().away(day);
    }
}
