package io.keyuan.activities;

import static io.keyuan.engine.Option.option;

import io.keyuan.customers.Contact;
import io.keyuan.customers.Customer;
import io.keyuan.engine.Advice;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.RollUp;
import io.keyuan.engine.TimelineEntry;
import io.keyuan.sales.Opportunity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One talk with a customer: a visit, a call, a letter. */
public final class ContactLog extends ObjectType {

    public static final ContactLog CONTACT_LOG = new ContactLog();

    public final Attribute<String> subject = text("subject", 200).title();
    public final Attribute<Choice> kind = choice("kind",
            option("visit", "jade"), option("call", "indigo"), option("meeting", "plum"), option("message", "slate"),
            option("email", "slate"), option("letter", "slate")).required();
    public final Attribute<Instant> happenedAt = time("happenedAt").required().sortable();
    public final Attribute<Ref> customer = reference("customer", Customer.class);
    public final Attribute<Ref> customerOwner = hangsOn(customer);
    public final Attribute<Ref> contact = reference("contact", Contact.class);
    public final Attribute<Ref> opportunity = reference("opportunity", Opportunity.class);
    public final Attribute<String> summary = longText("summary", 10_000).searchable();
    public final Attribute<String> result = text("result", 500);
    public final Attribute<String> nextStep = text("nextStep", 300);
    /** By when; a task is made of it. */
    public final Attribute<LocalDate> nextStepDue = date("nextStepDue");
    public final Attribute<Ref> owner = owned();

    private ContactLog() {
        super("contactLog");
        capabilities(Capability.TIMELINE, Capability.IMPORTABLE, Capability.SEARCHABLE);
        customer.inheritedBy(opportunity, () -> Opportunity.OPPORTUNITY.customer).inheritedBy(contact, () -> Contact.CONTACT.customer);
        timelineEntry(new TimelineEntry(
                happenedAt, List.of(customer, opportunity, contact), List.of(kind, summary, nextStep, nextStepDue)));
        rollUp(new RollUp(customer, RollUp.Function.LATEST, happenedAt, () -> Customer.CUSTOMER.lastContactAt));
        advise(
                Advice.make("silence", 80, customer, "lastContactAt < daysAgo(30)", "happenedAt > daysAgo(30)", false, Map.of("kind", "call")),
                Advice.make("never", 80, customer, "lastContactAt == null", null, false, Map.of("kind", "call")));
        shownIn("work", 300, "message-square-text");
        columns(subject, kind, customer, happenedAt, nextStep, owner);
        quick(subject, kind, customer, happenedAt, summary);
        section("basic", subject, kind, happenedAt, customer, contact, opportunity);
        section("outcome", summary, result, nextStep, nextStepDue);
    }
}
