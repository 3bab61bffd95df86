package io.keyuan.customers;

import static io.keyuan.engine.Option.option;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;

/** How two people stand to each other: who reports to whom, who listens to whom, who knows whom from before. */
public final class Relationship extends ObjectType {

    public static final Relationship RELATIONSHIP = new Relationship();

    public final Attribute<String> name = text("name", 250).title();
    public final Attribute<Ref> person = reference("person", Contact.class).required();
    public final Attribute<Ref> personOwner = hangsOn(person);
    /** Read as “person – kind – other”: the person reports to the other. */
    public final Attribute<Choice> kind = choice("kind",
            option("knows", "slate"), option("reportsTo", "indigo"), option("influences", "ochre"), option("trusts", "jade"),
            option("conflict", "cinnabar"), option("family", "plum"), option("classmate", "slate"), option("formerColleague", "slate"))
            .required().initially(Choice.of("knows"));
    /** Nobody where the other person is none of one's contacts; the note says who it is. */
    public final Attribute<Ref> other = reference("other", Contact.class);
    public final Attribute<Choice> strength = choice("strength", option("strong", "jade"), option("medium", "indigo"), option("weak", "slate"));
    public final Attribute<String> note = text("note", 500);
    public final Attribute<Ref> owner = owned();

    private Relationship() {
        super("relationship");
        capabilities(Capability.TIMELINE, Capability.IMPORTABLE);
        link(person, other, kind, strength);
        shownIn("customers", 130, "network");
        columns(name, person, kind, other, strength, note, owner);
        quick(person, kind, other, strength, note);
        section("basic", person, kind, other, strength, note, name);
    }
}
