package io.keyuan.engine.segment;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Principals;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Reach;
import io.keyuan.engine.Right;
import io.keyuan.engine.Segments;
import io.keyuan.engine.expression.Expressions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The segments there are for the current caller: their own and those that others share, of objects they may read, and none whose
 * condition is about something they may not read, since being a member would tell them.
 */
@Component
class AccessibleSegments implements Segments {

    private final SegmentStore store;
    private final Principals principals;
    private final Access access;
    private final ObjectTypes types;
    private final Expressions expressions;

    /** @param expressions which go by segments in their turn */
    AccessibleSegments(SegmentStore store, Principals principals, Access access, ObjectTypes types, @Lazy Expressions expressions) {
        this.store = store;
        this.principals = principals;
        this.access = access;
        this.types = types;
        this.expressions = expressions;
    }

    @Override
    public Map<UUID, Set<List<Attribute<?>>>> there(ObjectType type, Set<UUID> ids) {
        return store.find(ids, Caller.current().person(), own()).stream()
                .filter(segment -> segment.object().equals(type.name()) && isUsable(segment))
                .collect(Collectors.toMap(Segment::id, segment -> ways(type, segment)));
    }

    private Set<List<Attribute<?>>> ways(ObjectType type, Segment segment) {
        return segment.isLive() ? expressions.goesBy(type, segment.filter()).ways() : Set.of();
    }

    /** Whether the caller sees all records there are of the object, and of those its segment goes by. */
    boolean seesAll(Segment segment) {
        ObjectType type = type(segment);
        return Stream.concat(
                        Stream.of(type),
                        ways(type, segment).stream().map(way -> Objects.requireNonNull(types.target(way.getLast()))))
                .allMatch(each -> access.reach(Right.READ, each) instanceof Reach.Everything);
    }

    /** @param object the name in code; null for all */
    List<Segment> all(@Nullable String object) {
        return store.of(object, Caller.current().person(), own()).stream().filter(this::isUsable).toList();
    }

    Segment get(UUID id) {
        return store.find(Set.of(id), Caller.current().person(), own()).stream()
                .filter(this::isUsable)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    Segment changeable(UUID id) {
        Segment segment = get(id);
        if (!mayChange(segment)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("not-your-segment"));
        }
        return segment;
    }

    boolean mayChange(Segment segment) {
        return segment.owner().equals(Caller.current().person()) || access.may(Right.CONFIGURE, type(segment));
    }

    ObjectType type(Segment segment) {
        ObjectType type = types.byName(segment.object());
        if (type == null) {
            throw Problem.notFound();
        }
        return type;
    }

    private boolean isUsable(Segment segment) {
        ObjectType type = types.byName(segment.object());
        return type != null && access.may(Right.READ, type) && (!segment.isLive() || isReadable(type, segment.filter()));
    }

    private boolean isReadable(ObjectType type, String filter) {
        try {
            expressions.condition(type, "t", filter);
            return true;
        } catch (Problem unreadable) {
            return false;
        }
    }

    private Set<UUID> own() {
        return principals.including(Caller.current().person());
    }
}
