package io.keyuan.identity.organisation;

import static io.keyuan.identity.TeamMember.TEAM_MEMBER;
import static io.keyuan.identity.User.USER;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Rules;
import io.keyuan.identity.TeamMember;
import org.springframework.stereotype.Component;

/** A team has each person once. */
@Component
class TeamMemberRules implements Rules<TeamMember> {

    private final CopiedNames names;
    private final Once once;

    TeamMemberRules(CopiedNames names, Once once) {
        this.names = names;
        this.once = once;
    }

    @Override
    public void derive(Batch batch) {
        names.copy(batch, TEAM_MEMBER.person, USER, TEAM_MEMBER.name);
    }

    @Override
    public void check(Batch batch) {
        once.refuseSecond(batch, TEAM_MEMBER.team, TEAM_MEMBER.person);
    }
}
