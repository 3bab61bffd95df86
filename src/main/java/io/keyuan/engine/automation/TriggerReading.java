package io.keyuan.engine.automation;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.DateType;
import io.keyuan.engine.Fault;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.TimeType;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes triggers of what somebody writes, or says what is wrong with it. */
@Component
class TriggerReading {

    private static final int FURTHEST_DAYS = 3_650;
    private static final int FURTHEST_HOURS = 24 * 365;
    private static final int MOST_ATTRIBUTES = 50;
    private static final int DAYS_OF_WEEK = 7;
    private static final int DAYS_OF_MONTH = 31;
    private static final String USUAL_TIME = "09:00";

    private final Access access;
    private final ChoiceLists choices;

    TriggerReading(Access access, ChoiceLists choices) {
        this.access = access;
        this.choices = choices;
    }

    /** @return null where there is something wrong with it, which stands among the faults then */
    @Nullable Trigger read(ObjectType type, AutomationRuleBody.@Nullable TriggerBody body, List<Fault> faults) {
        Trigger.Kind kind = body == null ? null : Trigger.Kind.of(body.kind());
        if (body == null || kind == null) {
            faults.add(Fault.at("trigger", "one-of", "created, changed, entered, date, schedule"));
            return null;
        }
        int before = faults.size();
        Trigger trigger = switch (kind) {
            case CREATED -> Trigger.of(kind);
            case CHANGED -> new Trigger(kind, attributes(type, body.attributes(), faults), null, null, 0, 0, null, 1, null);
            case ENTERED -> entered(type, body, faults);
            case DATE -> date(type, body, faults);
            case SCHEDULE -> schedule(body, faults);
        };
        return faults.size() == before ? trigger : null;
    }

    private List<String> attributes(ObjectType type, @Nullable List<@Nullable String> given, List<Fault> faults) {
        List<String> names = new ArrayList<>();
        for (String name : given == null ? List.<@Nullable String>of() : given) {
            Attribute<?> attribute = readable(type, name);
            if (attribute == null || attribute.isSystem() || attribute.type() instanceof LinesType || names.size() == MOST_ATTRIBUTES) {
                faults.add(Fault.at("trigger.attributes", "unknown-attribute"));
                return List.of();
            }
            names.add(attribute.name());
        }
        return names.stream().distinct().toList();
    }

    private @Nullable Attribute<?> readable(ObjectType type, @Nullable String name) {
        Attribute<?> attribute = name == null ? null : type.find(name);
        return attribute == null || !access.mayRead(attribute) ? null : attribute;
    }

    private Trigger entered(ObjectType type, AutomationRuleBody.TriggerBody body, List<Fault> faults) {
        Attribute<?> attribute = readable(type, body.attribute());
        String option = body.option();
        if (attribute == null || !(attribute.type() instanceof ChoiceType)) {
            faults.add(Fault.at("trigger.attribute", "automation-no-choice"));
        } else if (option == null || choices.of(attribute).find(option) == null) {
            faults.add(Fault.at("trigger.option", "not-choice"));
        }
        return new Trigger(Trigger.Kind.ENTERED, List.of(), body.attribute(), option, 0, 0, null, 1, null);
    }

    private Trigger date(ObjectType type, AutomationRuleBody.TriggerBody body, List<Fault> faults) {
        Attribute<?> attribute = readable(type, body.attribute());
        boolean ofDays = attribute != null && attribute.type() instanceof DateType;
        if (!ofDays && !isMoment(attribute)) {
            faults.add(Fault.at("trigger.attribute", "automation-no-date"));
        }
        int days = within("trigger.days", body.days(), FURTHEST_DAYS, faults);
        int hours = within("trigger.hours", body.hours(), FURTHEST_HOURS, faults);
        return ofDays
                ? new Trigger(Trigger.Kind.DATE, List.of(), body.attribute(), null, days, 0, null, 1, time(body.at(), faults))
                : new Trigger(Trigger.Kind.DATE, List.of(), body.attribute(), null, days, hours, null, 1, null);
    }

    /** One that is looked for again and again, so that there has to be an index. */
    private static boolean isMoment(@Nullable Attribute<?> attribute) {
        return attribute != null && attribute.type() instanceof TimeType && (attribute.isSortable() || attribute.index() != null);
    }

    private static int within(String path, @Nullable Integer given, int furthest, List<Fault> faults) {
        int number = given == null ? 0 : given;
        if (Math.abs((long) number) > furthest) {
            faults.add(number > 0 ? Fault.at(path, "above-maximum", furthest) : Fault.at(path, "below-minimum", -furthest));
        }
        return number;
    }

    private static Trigger schedule(AutomationRuleBody.TriggerBody body, List<Fault> faults) {
        Trigger.Every every = Trigger.Every.of(body.every());
        if (every == null) {
            faults.add(Fault.at("trigger.every", "one-of", "day, week, month"));
        }
        int day = Objects.requireNonNullElse(body.day(), 1);
        int last = every == Trigger.Every.WEEK ? DAYS_OF_WEEK : DAYS_OF_MONTH;
        if (day < 1) {
            faults.add(Fault.at("trigger.day", "below-minimum", 1));
        } else if (day > last) {
            faults.add(Fault.at("trigger.day", "above-maximum", last));
        }
        return new Trigger(Trigger.Kind.SCHEDULE, List.of(), null, null, 0, 0, every, day, time(body.at(), faults));
    }

    private static String time(@Nullable String given, List<Fault> faults) {
        try {
            return LocalTime.parse(given == null || given.isBlank() ? USUAL_TIME : given.strip()).withSecond(0).withNano(0).toString();
        } catch (DateTimeException malformed) {
            faults.add(Fault.at("trigger.at", "not-time-of-day"));
            return USUAL_TIME;
        }
    }
}
