package io.keyuan.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All objects, those of the program and those that the current caller's company has {@linkplain AddedAttributes defined}, and how they hang together. */
public final class ObjectTypes {

    private final Map<String, ObjectType> byPath = new LinkedHashMap<>();
    private final Map<String, ObjectType> byName = new LinkedHashMap<>();
    private final Map<Class<?>, ObjectType> byClass = new LinkedHashMap<>();
    private final ObjectType people;

    /** @throws IllegalStateException where two share a name, a reference leads nowhere, or nobody is {@link Capability#PEOPLE} */
    public ObjectTypes(Collection<? extends ObjectType> types) {
        for (ObjectType type : types) {
            if (byPath.putIfAbsent(type.path(), type) != null) {
                throw new IllegalStateException("two objects are called " + type.path());
            }
            byName.put(type.name(), type);
            byClass.put(type.getClass(), type);
        }
        people = types.stream()
                .filter(type -> type.can(Capability.PEOPLE))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no object is people"));
        for (ObjectType type : types) {
            type.title();
            type.attributes().forEach(this::target);
        }
    }

    /** Those that can be worked with. */
    public Collection<ObjectType> all() {
        List<ObjectType> added = AddedAttributes.objects();
        return added.isEmpty() ? List.copyOf(byPath.values()) : Stream.concat(byPath.values().stream(), added.stream().filter(ObjectType::isThere)).toList();
    }

    /** Also those of which nothing but what happened is left, or that can be brought back. */
    public Collection<ObjectType> ever() {
        List<ObjectType> added = AddedAttributes.objects();
        return added.isEmpty() ? List.copyOf(byPath.values()) : Stream.concat(byPath.values().stream(), added.stream()).toList();
    }

    /** Those of the program, which every company has. */
    public Collection<ObjectType> defined() {
        return List.copyOf(byPath.values());
    }

    /** By its name in addresses; null where there is none that can be worked with. */
    public @Nullable ObjectType byPath(String path) {
        ObjectType defined = byPath.get(path);
        return defined != null ? defined : added(type -> type.isThere() && type.path().equals(path));
    }

    /** By its name in code, tables and messages, also where it {@linkplain ObjectType#isThere is not there} any more; null where there never was one. */
    public @Nullable ObjectType byName(String name) {
        ObjectType defined = byName.get(name);
        return defined != null ? defined : added(type -> type.name().equals(name));
    }

    private static @Nullable ObjectType added(Predicate<ObjectType> wanted) {
        return AddedAttributes.objects().stream().filter(wanted).findFirst().orElse(null);
    }

    public <X extends ObjectType> X get(Class<X> type) {
        return type.cast(Objects.requireNonNull(byClass.get(type), () -> "not registered: " + type));
    }

    public ObjectType people() {
        return people;
    }

    /** Where a reference points, or whose rows lines are; null for any other attribute. */
    public @Nullable ObjectType target(Attribute<?> attribute) {
        return switch (attribute.type()) {
            case ReferenceType reference -> reference.target(this);
            case LinesType lines -> get(lines.child());
            default -> null;
        };
    }

    /** The objects whose happenings are told on the timelines of this one's records. */
    public List<ObjectType> toldOn(ObjectType host) {
        return all().stream()
                .filter(type -> type.anchor() != null && host.equals(target(type.anchor())))
                .toList();
    }

    /** The objects whose records hang on this one's. */
    public List<ObjectType> hangingOn(ObjectType above) {
        return all().stream()
                .filter(type -> type.hanging() != null && above.equals(target(type.hanging().above())))
                .toList();
    }

    /** The references by which records of other objects become entries of the timelines of this one's records. */
    public List<Attribute<Ref>> entriesOf(ObjectType host) {
        return all().stream()
                .flatMap(type -> type.entry() == null ? Stream.<Attribute<Ref>>empty() : type.entry().of().stream())
                .filter(reference -> host.equals(target(reference)))
                .toList();
    }

    /** The references by which records of other lists belong to a record of this object; those of its own lines are not among them. */
    public List<Attribute<?>> relatedTo(ObjectType type) {
        return all().stream()
                .filter(other -> !other.can(Capability.HIDDEN))
                .<Attribute<?>>flatMap(other -> other.attributes().stream())
                .filter(attribute -> attribute.type() instanceof ReferenceType && type.equals(target(attribute)))
                .filter(attribute -> !attribute.isSystem() && !attribute.equals(attribute.object().parent()) && !isOfAnother(attribute))
                .toList();
    }

    /** Whether maps show records of the object. */
    public boolean isLinked(ObjectType type) {
        return all().stream().flatMap(other -> other.links().stream()).anyMatch(link -> type.equals(target(link.to())) || type.equals(begins(link)));
    }

    /** The object of the records where a link begins. */
    public ObjectType begins(Link link) {
        return link.from() == null ? link.object() : Objects.requireNonNull(target(link.from()));
    }

    /** The owner of what a record hangs on; the record itself is listed by its own owner. */
    private static boolean isOfAnother(Attribute<?> attribute) {
        ObjectType.Hanging hanging = attribute.object().hanging();
        return hanging != null && attribute.equals(hanging.owner());
    }

    /** The child's attribute that points back to the record whose lines these are. */
    public Attribute<Ref> back(Attribute<Lines> lines) {
        ObjectType child = Objects.requireNonNull(target(lines));
        return Objects.requireNonNull(child.parent(), () -> child + " is part of nothing");
    }
}
