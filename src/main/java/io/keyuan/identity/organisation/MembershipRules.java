package io.keyuan.identity.organisation;

import static io.keyuan.identity.Department.DEPARTMENT;
import static io.keyuan.identity.Membership.MEMBERSHIP;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Rules;
import io.keyuan.identity.Membership;
import org.springframework.stereotype.Component;

/** A person may be in several departments, in each of them once. */
@Component
class MembershipRules implements Rules<Membership> {

    private final CopiedNames names;
    private final Once once;

    MembershipRules(CopiedNames names, Once once) {
        this.names = names;
        this.once = once;
    }

    @Override
    public void derive(Batch batch) {
        names.copy(batch, MEMBERSHIP.department, DEPARTMENT, MEMBERSHIP.name);
    }

    @Override
    public void check(Batch batch) {
        once.refuseSecond(batch, MEMBERSHIP.person, MEMBERSHIP.department);
    }
}
