package io.keyuan.engine.automation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as somebody writes it: whatever may be wrong with it is said by {@link AutomationRuleReading}.
 *
 * @param object as in addresses; not changed afterwards
 * @param active null for yes
 * @param condition null or blank for all records
 */
record AutomationRuleBody(
        @Nullable String object, @Nullable String name, @Nullable Boolean active, @Nullable TriggerBody trigger, @Nullable String condition,
        @Nullable List<@Nullable ActionBody> actions) {

    /** As {@link Trigger}, with kinds by their codes. */
    record TriggerBody(
            @Nullable String kind, @Nullable List<@Nullable String> attributes, @Nullable String attribute, @Nullable String option,
            @Nullable Integer days, @Nullable Integer hours, @Nullable String every, @Nullable Integer day, @Nullable String at) {}

    /** As {@link Action}; objects as in addresses, whoever is named by id or with it. */
    record ActionBody(
            @Nullable String kind, @Nullable String object, @Nullable List<@Nullable ValueBody> values, @Nullable Named person,
            @Nullable List<@Nullable RecipientBody> to, @Nullable String text, @Nullable Named webhook,
            @Nullable String address, @Nullable String subject) {}

    /** @param title not read: it stands in what was answered */
    record Named(@Nullable String id, @Nullable String title) {}

    /** As {@link Action.Value}. */
    record ValueBody(@Nullable String attribute, @Nullable Object value, @Nullable String text, @Nullable Integer days, @Nullable String from) {}

    /** As {@link Action.Recipient}; the title is not read. */
    record RecipientBody(@Nullable String kind, @Nullable String id, @Nullable String attribute, @Nullable String title) {}
}
