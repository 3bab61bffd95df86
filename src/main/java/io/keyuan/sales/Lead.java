package io.keyuan.sales;

import static io.keyuan.engine.Option.option;

import io.keyuan.customers.Contact;
import io.keyuan.customers.Customer;
import io.keyuan.engine.Advice;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Choice;
import io.keyuan.engine.Choices;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Sameness;
import io.keyuan.engine.SearchKind;
import java.math.BigDecimal;
import java.time.Instant;

/** Somebody who may become a customer, before anybody knows whether they need what is sold. */
public final class Lead extends ObjectType {

    public static final Lead LEAD = new Lead();

    public final Attribute<String> name = text("name", 100).title().searchable(SearchKind.PERSON_NAME);
    public final Attribute<String> company = text("company", 200).searchable();
    public final Attribute<Choice> state = choice("state", LeadMeaning.class,
            option("new", LeadMeaning.OPEN, "slate"),
            option("contacted", LeadMeaning.OPEN, "indigo"),
            option("converted", LeadMeaning.CONVERTED, "jade"),
            option("disqualified", LeadMeaning.DISQUALIFIED, "cinnabar")).required().initially(Choice.of("new"));
    public final Attribute<Choice> interest =
            choice("interest", option("high", "cinnabar"), option("medium", "ochre"), option("low", "slate"));
    public final Attribute<Choice> source = choice("source",
            option("referral"), option("exhibition"), option("website"), option("telesales"), option("other"));
    public final Attribute<String> position = text("position", 100);
    public final Attribute<String> mobile = phone("mobile").searchable(SearchKind.PHONE).sensitive();
    public final Attribute<String> email = email("email").searchable(SearchKind.EMAIL).sensitive();
    public final Attribute<String> city = text("city", 100);
    public final Attribute<String> need = text("need", 500).searchable();
    public final Attribute<Choice> disqualification = choice("disqualification",
            option("noNeed"), option("noBudget"), option("competitor"), option("unreachable"), option("duplicate"));
    public final Attribute<String> remarks = longText("remarks", 5000);

    /** What it became. */
    public final Attribute<Ref> customer = reference("customer", Customer.class).derived();
    public final Attribute<Ref> contact = reference("contact", Contact.class).derived();
    public final Attribute<Ref> opportunity = reference("opportunity", Opportunity.class).derived();
    public final Attribute<Instant> convertedAt = time("convertedAt").derived();
    public final Attribute<Choices> tags = tagged();
    public final Attribute<Ref> owner = owned();
    public final Attribute<BigDecimal> completeness = completeness(mobile, company, need, interest, email, position, source, city, owner);

    private Lead() {
        super("lead");
        board(state);
        advise(Advice.run("waiting", 60, "createdAt < daysAgo(14)", "convert"));
        command("convert", state, LeadMeaning.OPEN);
        capabilities(Capability.TIMELINE, Capability.IMPORTABLE, Capability.SEARCHABLE);
        same(Sameness.ofPeople(name).exact(mobile, email).within(company).near(city));
        shownIn("sales", 205, "magnet");
        columns(name, company, state, interest, source, owner, createdAt);
        quick(name, company, mobile, source, need);
        section("basic", name, company, position, state, interest, source, tags);
        section("reach", mobile, email, city);
        section("course", need, disqualification, remarks);
        section("outcome", customer, contact, opportunity, convertedAt);
    }
}
