package io.keyuan.engine.layout;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a company has settled about the pages and forms of one object.
 *
 * @param kind name of the attribute whose choices are the kinds of its records; null where it has no kinds
 * @param layouts none has the kind and the role of another; of several that fit somebody equally, the first holds
 * @param rules for each attribute at most one
 * @param offers for each kind and attribute at most one; what is not mentioned is offered whole
 */
public record ObjectLayouts(@Nullable String kind, List<Layout> layouts, List<AttributeRule> rules, List<KindOffer> offers) {

    public static final ObjectLayouts NONE = new ObjectLayouts(null, List.of(), List.of(), List.of());

    public ObjectLayouts {
        layouts = List.copyOf(layouts);
        rules = List.copyOf(rules);
        offers = List.copyOf(offers);
    }

    /**
     * The one that says most of a record and of who looks at it: by kind and role, else by kind, else by role, else that of everybody.
     *
     * @param kind of the record; null where it has none
     * @param roles of whoever looks
     * @return null where the definition's own holds
     */
    @Nullable Layout of(@Nullable String kind, Set<UUID> roles) {
        return layouts.stream()
                .filter(layout -> layout.kind() == null || layout.kind().equals(kind))
                .filter(layout -> layout.role() == null || roles.contains(layout.role()))
                .min(Comparator.comparingInt(ObjectLayouts::generality))
                .orElse(null);
    }

    private static int generality(Layout layout) {
        return (layout.kind() == null ? 2 : 0) + (layout.role() == null ? 1 : 0);
    }

    /** The kinds for which there is a layout. */
    List<String> kinds() {
        return layouts.stream().map(Layout::kind).filter(Objects::nonNull).distinct().toList();
    }

    /** Every attribute that is named in some layout. */
    Stream<String> named() {
        return layouts.stream().flatMap(layout -> Stream.of(
                        layout.sections().stream().flatMap(section -> section.attributes().stream()), layout.hidden().stream(),
                        layout.quick() == null ? Stream.<String>empty() : layout.quick().stream())
                .flatMap(names -> names));
    }
}
