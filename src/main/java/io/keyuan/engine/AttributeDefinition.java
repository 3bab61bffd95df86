package io.keyuan.engine;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that a company has added to an object, as it is written down.
 *
 * @param object the object's name in code
 * @param name begins with {@code c_}; never changed
 * @param slot its place among all that the company has ever added to the object, from 0; never used again
 * @param labels what people call it, by the tag of the language; at least one
 * @param target the name in code of the object that references point to; null for other types
 * @param indexed whether every record has its row where values are looked up
 * @param place where it is shown among the added ones, the lowest first
 * @param calculation where its values come from; null where people write them
 * @param removedAt null where it is there
 */
public record AttributeDefinition(
        UUID id,
        String object,
        String name,
        int slot,
        AttributeKind kind,
        Map<String, String> labels,
        @Nullable String target,
        boolean required,
        boolean filterable,
        boolean indexed,
        boolean searchable,
        boolean sensitive,
        int place,
        @Nullable Calculation calculation,
        @Nullable Instant removedAt) {

    public static final String PREFIX = "c_";

    public AttributeDefinition {
        labels = Map.copyOf(labels);
    }

    /** In the language asked for, else in one that is given. */
    public String label(Locale language) {
        String own = labels.get(Languages.closest(language).toLanguageTag());
        return own != null ? own : Languages.all().stream()
                .map(each -> labels.get(each.toLanguageTag()))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(name);
    }

    /** Where values are looked up, once every record has its row there. */
    @Nullable ValueIndex index() {
        return indexed ? keptIndex() : null;
    }

    /** Where rows are kept, be it that not all are there yet. */
    public @Nullable ValueIndex keptIndex() {
        return filterable && kind.index() != null ? new ValueIndex(kind.index(), id) : null;
    }

    /**
     * The attribute it describes.
     *
     * @param type the object
     * @param target where references point; null for other types
     */
    public Attribute<?> attribute(ObjectType type, @Nullable ObjectType target) {
        var attribute = new Attribute<>(type, name, type.defined().size() + slot, kind.type(target), this);
        if (required) {
            attribute.required();
        }
        if (!filterable) {
            attribute.unfilterable();
        } else if (kind.isOrdered()) {
            attribute.sortable();
        }
        if (kind.isSummed() && isAdditive()) {
            attribute.summed();
        }
        if (searchable) {
            attribute.searchable(kind == AttributeKind.PHONE ? SearchKind.PHONE : kind == AttributeKind.EMAIL ? SearchKind.EMAIL : SearchKind.TEXT);
        }
        if (calculation != null) {
            attribute.derived();
        }
        return sensitive ? attribute.sensitive() : attribute;
    }

    /** Not the lowest, the highest or the last of some values: of those a sum says nothing. */
    private boolean isAdditive() {
        return !(calculation instanceof Calculation.Summary summary)
                || summary.function() == Calculation.Function.COUNT || summary.function() == Calculation.Function.SUM;
    }
}
