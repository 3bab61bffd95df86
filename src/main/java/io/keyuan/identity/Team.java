package io.keyuan.identity;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Lines;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;

/** People who work together whatever their departments. */
public final class Team extends ObjectType {

    public static final Team TEAM = new Team();

    public final Attribute<String> name = text("name", 100).title();
    public final Attribute<Ref> leader = reference("leader", User.class);
    public final Attribute<Lines> members = lines("members", TeamMember.class);

    private Team() {
        super("team");
        capabilities(Capability.KEPT_BY_ADMINISTRATORS, Capability.TIMELINE, Capability.IMPORTABLE, Capability.SEARCHABLE);
        shownIn("settings", 915, "users-round");
        columns(name, leader, createdAt);
        quick(name, leader);
        section("basic", name, leader);
    }
}
