package io.keyuan.identity.oidc;

import static io.keyuan.identity.User.USER;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Records;
import io.keyuan.identity.PeopleRoles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The roles a company has made or found, and being an administrator, which stands with the person. */
@Component
class RolesInPlace implements RolesOfPeople {

    static final String ADMINISTRATOR = "administrator";

    private final Records records;
    private final PeopleRoles roles;
    private final Deputy deputy;

    RolesInPlace(Records records, PeopleRoles roles, Deputy deputy) {
        this.records = records;
        this.roles = roles;
        this.deputy = deputy;
    }

    @Override
    public List<String> codes() {
        List<String> codes = new ArrayList<>(List.of(ADMINISTRATOR));
        codes.addAll(roles.codes());
        return codes;
    }

    @Override
    public void set(UUID person, Set<String> codes) {
        // Without a deputy the person is the last administrator, and stays one.
        deputy.besides(person).ifPresent(administrator -> As.call(administrator, () -> {
            Draft draft = Draft.update(USER, person, null, Map.of()).set(USER.administrator, codes.contains(ADMINISTRATOR));
            return records.save(new Batch(USER, List.of(draft)));
        }));
        Caller giver = deputy.orSelf(person);
        As.call(giver, () -> {
            roles.give(person, codes);
            return giver;
        });
    }
}
