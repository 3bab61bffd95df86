package io.keyuan.sales;

import static io.keyuan.engine.Option.option;

import io.keyuan.customers.Contact;
import io.keyuan.customers.Customer;
import io.keyuan.engine.Advice;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Choice;
import io.keyuan.engine.Choices;
import io.keyuan.engine.Lines;
import io.keyuan.engine.Money;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.SearchKind;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A sale one hopes to make. */
public final class Opportunity extends ObjectType {

    public static final Opportunity OPPORTUNITY = new Opportunity();

    public final Attribute<String> title = text("title", 200).title();
    public final Attribute<String> number = text("number", 50).searchable(SearchKind.CODE);
    public final Attribute<Ref> customer = reference("customer", Customer.class);
    public final Attribute<Ref> customerOwner = hangsOn(customer);
    public final Attribute<Ref> contact = reference("contact", Contact.class);
    public final Attribute<Choice> stage = choice("stage", StageMeaning.class,
            option("prospecting", StageMeaning.OPEN, "slate"),
            option("engaging", StageMeaning.OPEN, "indigo"),
            option("proposing", StageMeaning.OPEN, "indigo"),
            option("negotiating", StageMeaning.OPEN, "ochre"),
            option("won", StageMeaning.WON, "jade"),
            option("lost", StageMeaning.LOST, "cinnabar")).required().initially(Choice.of("prospecting"));
    public final Attribute<Money> amount = money("amount").sortable().summed();
    public final Attribute<BigDecimal> probability = percent("probability").between(0, 100);
    public final Attribute<LocalDate> engagedOn = date("engagedOn");
    public final Attribute<LocalDate> closeDate = date("closeDate").sortable();
    public final Attribute<Choice> lossReason = choice("lossReason",
            option("price"), option("competitor"), option("noBudget"), option("noNeed"), option("timing"), option("silent"));
    public final Attribute<Choice> source = choice("source",
            option("referral"), option("exhibition"), option("website"), option("telesales"), option("other"));
    public final Attribute<String> nextStep = text("nextStep", 300);
    public final Attribute<Lines> lines = lines("lines", OpportunityLine.class);
    public final Attribute<String> remarks = longText("remarks", 5000);
    public final Attribute<Choices> tags = tagged();
    public final Attribute<Ref> owner = owned();
    public final Attribute<BigDecimal> completeness = completeness(customer, amount, closeDate, nextStep, contact, probability, source, owner);

    private Opportunity() {
        super("opportunity");
        numbered(number);
        board(stage);
        chance(probability);
        due(closeDate);
        advise(
                Advice.open("late", 85, customer, "closeDate < today()"),
                Advice.fill("closing", 85, "closeDate < today()", closeDate),
                Advice.fill("amount", 40, "amount == null", amount));
        toldOn(customer);
        capabilities(Capability.TIMELINE, Capability.IMPORTABLE, Capability.SEARCHABLE, Capability.MERGEABLE);
        shownIn("sales", 200, "target");
        columns(title, customer, stage, amount, closeDate, owner);
        quick(title, customer, stage, amount, closeDate);
        section("basic", title, number, customer, contact, stage, amount, probability, closeDate, tags);
        section("course", engagedOn, source, nextStep, lossReason, remarks);
        section("products", lines);
    }
}
