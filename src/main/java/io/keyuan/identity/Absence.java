package io.keyuan.identity;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Ref;
import java.time.LocalDate;

/** Days on which somebody is away, and who does their work meanwhile. Everybody sees them; everybody writes their own. */
public final class Absence extends ObjectType {

    public static final Absence ABSENCE = new Absence();

    public final Attribute<Ref> person = reference("person", User.class).required();
    /** What the person is called. */
    public final Attribute<String> name = text("name", 100).derived().title();
    public final Attribute<LocalDate> firstDay = date("firstDay").required().sortable();
    /** The person is still away on this day. */
    public final Attribute<LocalDate> lastDay = date("lastDay").required().sortable();
    public final Attribute<Ref> standIn = reference("standIn", User.class);
    public final Attribute<String> reason = text("reason", 200);

    private Absence() {
        super("absence");
        capabilities(Capability.TIMELINE, Capability.IMPORTABLE);
        shownIn("work", 320, "calendar");
        columns(person, firstDay, lastDay, standIn, reason);
        quick(person, firstDay, lastDay, standIn, reason);
        section("basic", person, firstDay, lastDay, standIn, reason);
    }
}
