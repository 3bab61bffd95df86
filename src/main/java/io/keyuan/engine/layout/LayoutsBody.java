package io.keyuan.engine.layout;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be settled about the pages and forms of an object, all of it: what is absent is not settled. Whatever may be wrong with it is said by
 * {@link LayoutReading}.
 *
 * @param kind name of the attribute whose choices are the kinds of records
 */
public record LayoutsBody(
        @Nullable String kind, @Nullable List<@Nullable LayoutBody> layouts, @Nullable List<@Nullable RuleBody> rules,
        @Nullable List<@Nullable OfferBody> offers) {

    /** As {@link Layout}. */
    public record LayoutBody(
            @Nullable String kind, @Nullable RoleBody role, @Nullable List<@Nullable SectionBody> sections, @Nullable List<@Nullable String> hidden,
            @Nullable List<@Nullable String> quick) {}

    /** @param title not read: it stands in what was answered */
    public record RoleBody(@Nullable String id, @Nullable String title) {}

    /** As {@link AttributeRule}; what is blank is not said. */
    public record RuleBody(
            @Nullable String attribute, @Nullable String requiredWhen, @Nullable String readOnlyWhen, @Nullable String visibleWhen) {}

    /** As {@link KindOffer}. */
    public record OfferBody(@Nullable String kind, @Nullable String attribute, @Nullable List<@Nullable String> choices) {}

    /** As {@link Layout.Section}. */
    public record SectionBody(
            @Nullable String key, @Nullable Map<String, @Nullable String> labels, @Nullable List<@Nullable String> attributes) {}
}
