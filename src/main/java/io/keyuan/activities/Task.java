package io.keyuan.activities;

import static io.keyuan.engine.Option.option;

import io.keyuan.customers.Customer;
import io.keyuan.engine.Advice;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.Choice;
import io.keyuan.engine.Choices;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.TimelineEntry;
import io.keyuan.engine.ToDoField;
import io.keyuan.sales.Opportunity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Something somebody is to do. */
public final class Task extends ObjectType {

    public static final Task TASK = new Task();

    public final Attribute<String> title = text("title", 200).title();
    public final Attribute<Choice> state = choice("state", TaskState.class,
            option("open", TaskState.OPEN, "indigo"),
            option("doing", TaskState.OPEN, "ochre"),
            option("done", TaskState.DONE, "jade")).required().initially(Choice.of("open"));
    public final Attribute<Choice> priority = choice("priority", option("high", "cinnabar"), option("normal", "slate"), option("low", "slate"));
    public final Attribute<LocalDate> dueDate = date("dueDate").sortable();
    public final Attribute<Instant> doneAt = time("doneAt").derived();
    public final Attribute<Ref> customer = reference("customer", Customer.class);
    public final Attribute<Ref> customerOwner = hangsOn(customer);
    public final Attribute<Ref> opportunity = reference("opportunity", Opportunity.class);
    public final Attribute<String> remarks = longText("remarks", 5000);
    public final Attribute<Choices> tags = tagged();
    public final Attribute<Ref> owner = owned();

    private Task() {
        super("task");
        board(state);
        due(dueDate);
        advise(
                Advice.open("late", 90, customer, "dueDate < today()"),
                Advice.open("lateOfDeal", 90, opportunity, "dueDate < today()"),
                Advice.make("next", 50, customer, null, null, true, Map.of()),
                Advice.make("nextOfDeal", 50, opportunity, null, null, true, Map.of()));
        customer.inheritedBy(opportunity, () -> Opportunity.OPPORTUNITY.customer);
        timelineEntry(new TimelineEntry(createdAt, List.of(customer, opportunity), List.of(title, dueDate, owner)));
        capabilities(Capability.TIMELINE, Capability.IMPORTABLE, Capability.SEARCHABLE);
        shownIn("work", 310, "square-check");
        toDo(ToDoField.SUMMARY, title);
        toDo(ToDoField.DUE, dueDate);
        toDo(ToDoField.DONE_AT, doneAt);
        toDo(ToDoField.NOTE, remarks);
        columns(title, state, priority, dueDate, customer, owner);
        quick(title, dueDate, priority, customer);
        section("basic", title, state, priority, dueDate, doneAt, customer, opportunity, tags, remarks);
    }
}
