package io.keyuan.engine.graph;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Link;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Right;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out from the definitions which ways lead away from records of an object; those that the caller may not know of are not among them. */
@Component
class Ways {

    private final ObjectTypes types;
    private final Access access;

    Ways(ObjectTypes types, Access access) {
        this.types = types;
        this.access = access;
    }

    /** Whether records of the object stand on any map. */
    boolean areOf(ObjectType type) {
        return types.isLinked(type);
    }

    List<Way> from(ObjectType type) {
        return all().filter(way -> way.near().equals(type) && isKnown(way)).toList();
    }

    private Stream<Way> all() {
        return types.all().stream()
                .flatMap(type -> type.links().stream())
                .flatMap(link -> {
                    ObjectType begins = types.begins(link);
                    ObjectType ends = Objects.requireNonNull(types.target(link.to()));
                    return Stream.of(new Way(link, true, begins, ends), new Way(link, false, ends, begins));
                });
    }

    private boolean isKnown(Way way) {
        return access.may(Right.READ, way.link().object()) && access.may(Right.READ, way.far()) && mayRead(way.link().from()) && mayRead(way.link().to());
    }

    private boolean mayRead(@Nullable Attribute<?> attribute) {
        return attribute == null || access.mayRead(attribute);
    }
}
