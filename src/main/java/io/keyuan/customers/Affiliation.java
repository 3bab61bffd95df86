package io.keyuan.customers;

import static io.keyuan.engine.Option.option;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import java.time.LocalDate;

/** What a person is at a company beside the one they belong to: on its board, its adviser, there before. */
public final class Affiliation extends ObjectType {

    public static final Affiliation AFFILIATION = new Affiliation();

    public final Attribute<String> position = text("position", 100).title();
    public final Attribute<Ref> contact = reference("contact", Contact.class).required();
    public final Attribute<Ref> customer = reference("customer", Customer.class).required();
    public final Attribute<Ref> customerOwner = hangsOn(customer);
    public final Attribute<Choice> role = choice("role",
            option("decisionMaker", "jade"), option("purchaser", "indigo"), option("influencer", "ochre"), option("user", "slate"),
            option("former", "slate"));
    public final Attribute<LocalDate> since = date("since");
    public final Attribute<LocalDate> until = date("until");
    public final Attribute<String> remarks = longText("remarks", 2000);
    public final Attribute<Ref> owner = owned();

    private Affiliation() {
        super("affiliation");
        capabilities(Capability.TIMELINE, Capability.IMPORTABLE);
        toldOn(customer);
        link(contact, customer, role, null);
        shownIn("customers", 120, "contact");
        columns(position, contact, customer, role, since, until, owner);
        quick(contact, customer, position, role);
        section("basic", contact, customer, position, role, since, until, remarks);
    }
}
