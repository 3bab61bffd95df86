package io.keyuan.engine.sample;

import static io.keyuan.engine.Option.option;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Choice;
import io.keyuan.engine.Choices;
import io.keyuan.engine.Lines;
import io.keyuan.engine.Money;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import io.keyuan.engine.address.Address;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

public final class Deal extends ObjectType {

    public static final Deal DEAL = new Deal();

    public final Attribute<String> title = text("title", 100).title();
    public final Attribute<String> label = text("label", 100).sortable();
    public final Attribute<String> note = text("note", 100);
    public final Attribute<String> story = longText("story", 1000);
    public final Attribute<Long> pieces = number("pieces").sortable();
    public final Attribute<Long> rank = number("rank");
    public final Attribute<BigDecimal> weight = decimal("weight", 2);
    public final Attribute<Money> amount = money("amount").sortable().summed();
    public final Attribute<Money> cost = money("cost");
    public final Attribute<Address> site = address("site").sortable();
    public final Attribute<LocalDate> closing = date("closing").sortable();
    public final Attribute<LocalDate> opened = date("opened");
    public final Attribute<Instant> seenAt = time("seenAt").sortable();
    public final Attribute<Boolean> hot = yesNo("hot");
    public final Attribute<Choice> stage = choice("stage", Outcome.class,
            option("new", Outcome.OPEN, "slate"), option("offer", Outcome.OPEN, "indigo"),
            option("won", Outcome.WON, "jade"), option("lost", Outcome.LOST, "cinnabar"));
    public final Attribute<Choices> marks = choices("marks", option("red"), option("green"), option("blue"), option("grey"));
    public final Attribute<Ref> account = reference("account", Account.class);
    public final Attribute<Lines> lines = lines("lines", DealLine.class);
    public final Attribute<Ref> agent;

    private Deal() {
        super("deal");
        agent = owned();
    }

    /** What stages mean. */
    public enum Outcome {
        OPEN,
        WON,
        LOST
    }
}
