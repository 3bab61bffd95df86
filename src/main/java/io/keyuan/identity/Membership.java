package io.keyuan.identity;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;

/** A department a person works in beside their main one, which is {@link User#department}. */
public final class Membership extends ObjectType {

    public static final Membership MEMBERSHIP = new Membership();

    public final Attribute<Ref> person = reference("person", User.class);
    /** What the department is called. */
    public final Attribute<String> name = text("name", 100).derived().title();
    public final Attribute<Ref> department = reference("department", Department.class).required();
    public final Attribute<String> position = text("position", 100);

    private Membership() {
        super("membership");
        partOf(person);
        shownIn("settings", 901, "network");
        columns(department, position);
        quick(department, position);
        section("basic", department, position);
    }
}
