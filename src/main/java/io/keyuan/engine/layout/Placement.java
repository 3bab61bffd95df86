package io.keyuan.engine.layout;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the attributes of an object stand by a layout, each of those that can be shown at exactly one place or left out. */
public record Placement(List<Section> sections, List<Attribute<?>> quick) {

    /** Of what no section of its own shows: to whom a record belongs, where it came from, who made and changed it. */
    static final String SYSTEM = "system";

    /** Of what nobody has placed. */
    static final String FURTHER = "further";

    /**
     * @param name that of the definition, or of the layout's own
     * @param labels by the tag of the language; none where the definition says it
     */
    public record Section(String name, Map<String, String> labels, List<Attribute<?>> attributes) {}

    /** @param layout null for the definition's own */
    public static Placement of(ObjectType type, @Nullable Layout layout) {
        List<Section> own = own(type);
        return layout == null ? new Placement(own, type.quick()) : new Laying(type, layout).over(own);
    }

    private static List<Section> own(ObjectType type) {
        List<Section> sections = new ArrayList<>();
        type.sections().forEach(section -> sections.add(new Section(section.name(), Map.of(), section.attributes())));
        Set<Attribute<?>> shown = type.sections().stream().flatMap(section -> section.attributes().stream()).collect(Collectors.toSet());
        sections.add(new Section(SYSTEM, Map.of(), Stream.<Attribute<?>>of(
                        type.owner(), type.externalId, type.createdAt, type.createdBy, type.updatedAt, type.updatedBy)
                .filter(attribute -> attribute != null && !shown.contains(attribute))
                .toList()));
        return sections;
    }

    /** Those that stand somewhere by the definition, and so can stand somewhere else. */
    static Set<Attribute<?>> placeable(ObjectType type) {
        return own(type).stream().flatMap(section -> section.attributes().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether no new record can be saved unless somebody says it: it is never left out. */
    static boolean isIndispensable(Attribute<?> attribute) {
        return attribute.isRequired() && attribute.isWritable() && attribute.initial() == null && attribute.inherited().isEmpty();
    }

    /** What a layout makes of the definition's own sections. */
    private record Laying(ObjectType type, Layout layout) {

        Placement over(List<Section> own) {
            Set<Attribute<?>> free = own.stream().flatMap(section -> section.attributes().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
            Set<Attribute<?>> hidden = known(layout.hidden()).filter(attribute -> !isIndispensable(attribute)).collect(Collectors.toSet());
            free.removeAll(hidden);
            Map<String, Section> placed = new LinkedHashMap<>();
            layout.sections().forEach(section -> placed.put(section.key(), new Section(
                    section.key(), section.labels(), new ArrayList<>(known(section.attributes()).filter(free::remove).toList()))));
            Set<Attribute<?>> system = new LinkedHashSet<>(own.getLast().attributes());
            rest(placed, FURTHER, free.stream().filter(attribute -> !system.contains(attribute)).toList());
            rest(placed, SYSTEM, free.stream().filter(system::contains).toList());
            List<Attribute<?>> quick = layout.quick() == null ? type.quick() : known(layout.quick()).toList();
            return new Placement(List.copyOf(placed.values()), quick.stream().filter(attribute -> !hidden.contains(attribute)).toList());
        }

        private static void rest(Map<String, Section> placed, String name, List<Attribute<?>> rest) {
            if (!rest.isEmpty()) {
                placed.computeIfAbsent(name, any -> new Section(name, Map.of(), new ArrayList<>())).attributes().addAll(rest);
            }
        }

        private Stream<Attribute<?>> known(List<String> names) {
            return names.stream().<Attribute<?>>map(type::find).filter(Objects::nonNull).distinct();
        }
    }
}
