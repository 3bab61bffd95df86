package io.keyuan.engine.segment;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.BadValue;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.TextType;
import io.keyuan.engine.expression.Expressions;
import io.keyuan.engine.expression.Used;
import io.keyuan.engine.view.Audiences;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether what somebody wants to keep together can be kept, by them. */
@Component
class SegmentReading {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int LONGEST_FILTER = 10_000;

    private final Expressions expressions;
    private final Audiences audiences;
    /** What changes though nobody writes the record itself. */
    private final Set<Attribute<?>> kept;

    SegmentReading(Expressions expressions, Audiences audiences, ObjectTypes types) {
        this.expressions = expressions;
        this.audiences = audiences;
        Stream<Attribute<?>> figures = types.defined().stream().flatMap(type -> type.rollUps().stream()).map(rollUp -> rollUp.target().get());
        Stream<Attribute<?>> owners = types.defined().stream().map(ObjectType::hanging).flatMap(Stream::ofNullable).map(ObjectType.Hanging::owner);
        this.kept = Stream.concat(figures, owners).collect(Collectors.toUnmodifiableSet());
    }

    /** @param before the segment that is written anew; null for a new one, which is the caller's */
    Segment read(ObjectType type, UUID id, long version, @Nullable Segment before, SegmentInput input) {
        Segment.Kind kind = kind(before, input.kind());
        boolean live = kind == Segment.Kind.LIVE;
        String filter = live ? filter(input.filter()) : "";
        boolean moving = live && isMoving(type, filter);
        UUID owner = before == null ? Caller.current().person() : before.owner();
        boolean everyone = audiences.everyone(type, before != null && before.everyone(), input.everyone());
        Set<UUID> sharedWith = audiences.people(type, before == null ? Set.of() : before.sharedWith(), owner, input.sharedWith());
        return new Segment(
                id, version, type.name(), text("name", input.name(), LONGEST_NAME, true),
                text("description", input.description(), LONGEST_DESCRIPTION, false), kind, filter, moving, owner, everyone, sharedWith, 0,
                live ? null : Instant.now(), null);
    }

    private static Segment.Kind kind(@Nullable Segment before, @Nullable String code) {
        Segment.Kind kind = before != null && code == null ? before.kind() : Segment.Kind.of(code);
        if (kind == null) {
            throw wrong("kind", code == null ? "required" : "bad-value");
        }
        if (before != null && kind != before.kind()) {
            throw wrong("kind", "not-writable");
        }
        return kind;
    }

    private static String text(String path, @Nullable String given, int longest, boolean required) {
        String text = given == null ? "" : given.strip();
        if (text.isEmpty() && required) {
            throw wrong(path, "required");
        }
        if (text.length() > longest) {
            throw wrong(path, "too-long", longest, text.length());
        }
        try {
            TextType.checkCharacters(text);
        } catch (BadValue bad) {
            throw wrong(path, bad.code(), bad.args().toArray());
        }
        return text;
    }

    private static String filter(@Nullable String given) {
        String filter = given == null ? "" : given.strip();
        if (filter.isEmpty()) {
            throw wrong("filter", "required");
        }
        if (filter.length() > LONGEST_FILTER) {
            throw wrong("filter", "too-long", LONGEST_FILTER, filter.length());
        }
        return filter;
    }

    /** The fault stands where it was written. */
    private boolean isMoving(ObjectType type, String filter) {
        try {
            expressions.condition(type, "t", filter);
            Expressions.GoesBy goesBy = expressions.goesBy(type, filter);
            return goesBy.byTime() || goesBy.used().stream().map(Used::attribute).anyMatch(this::isKept);
        } catch (Problem problem) {
            Fault fault = problem.faults().getFirst();
            throw wrong("filter", fault.code(), fault.args().toArray());
        }
    }

    private boolean isKept(Attribute<?> attribute) {
        return kept.contains(attribute) || attribute.calculation() != null;
    }

    private static Problem wrong(String path, String code, Object... args) {
        return Problem.of(ProblemKind.RULE_BROKEN, Fault.at(path, code, args));
    }
}
