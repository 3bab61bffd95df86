package io.keyuan.identity;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;

/** A part of the company, below another one or at the top. */
public final class Department extends ObjectType {

    public static final Department DEPARTMENT = new Department();

    public final Attribute<String> name = text("name", 100).title();
    public final Attribute<Ref> parent = reference("parent", Department.class);
    public final Attribute<Ref> manager = reference("manager", User.class);

    private Department() {
        super("department");
        tree(parent);
        capabilities(Capability.KEPT_BY_ADMINISTRATORS, Capability.TIMELINE, Capability.IMPORTABLE, Capability.SEARCHABLE);
        shownIn("settings", 910, "network");
        columns(name, parent, manager, createdAt);
        quick(name, parent, manager);
        section("basic", name, parent, manager);
    }
}
