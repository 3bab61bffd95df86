package io.keyuan.identity;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;

/** Somebody who belongs to a {@link Team}. */
public final class TeamMember extends ObjectType {

    public static final TeamMember TEAM_MEMBER = new TeamMember();

    public final Attribute<Ref> team = reference("team", Team.class);
    /** What the person is called. */
    public final Attribute<String> name = text("name", 100).derived().title();
    public final Attribute<Ref> person = reference("person", User.class).required();

    private TeamMember() {
        super("teamMember");
        partOf(team);
        shownIn("settings", 916, "user-round");
        columns(person);
        quick(person);
        section("basic", person);
    }
}
