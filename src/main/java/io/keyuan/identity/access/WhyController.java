package io.keyuan.identity.access;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeRight;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Callers;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Principals;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Right;
import io.keyuan.engine.api.Addressed;
import io.keyuan.engine.sql.Tables;
import io.keyuan.identity.User;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** "Why can I see this?", and for administrators why somebody else cannot. */
@RestController
class WhyController {

    private final Addressed addressed;
    private final ObjectTypes types;
    private final Callers callers;
    private final Principals principals;
    private final Explanation explanation;
    private final AttributeReasons attributes;
    private final DSLContext sql;

    WhyController(
            Addressed addressed, ObjectTypes types, Callers callers, Principals principals, Explanation explanation, AttributeReasons attributes,
            DSLContext sql) {
        this.addressed = addressed;
        this.types = types;
        this.callers = callers;
        this.principals = principals;
        this.explanation = explanation;
        this.attributes = attributes;
        this.sql = sql;
    }

    record Somebody(UUID id, String title) {}

    record AttributeReason(String attribute, String label, String right, String text) {}

    record Why(boolean allowed, String right, Somebody user, List<Explanation.Step> steps, List<AttributeReason> attributes) {}

    @GetMapping("/api/v1/{object}/{id}/access")
    Why why(
            @PathVariable String object, @PathVariable String id, @RequestParam(defaultValue = "read") String right,
            @RequestParam(required = false) @Nullable UUID user) {
        ObjectType type = addressed.object(object);
        UUID record = addressed.id(id);
        Right wanted = right(right);
        Caller asking = Caller.current();
        Caller subject = subject(asking, user);
        // Whoever may not see the record is told as little of it as that it is there, unless they may see everything.
        if (!explanation.isAllowed(Right.READ, type, record)) {
            throw Problem.notFound();
        }
        return subject.get(() -> explain(wanted, type, record, asking.locale()));
    }

    private Caller subject(Caller asking, @Nullable UUID user) {
        if (user == null || user.equals(asking.person())) {
            return asking;
        }
        if (!asking.administers()) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.at("user", "may-not-read"));
        }
        Caller subject = callers.of(asking.tenant(), user, asking.locale());
        if (subject == null) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("user", "unknown-reference"));
        }
        return subject;
    }

    private Why explain(Right right, ObjectType type, UUID record, Locale language) {
        UUID person = Caller.current().person();
        String title = Objects.requireNonNull(principals.of(User.USER.name(), Set.of(person)).get(person)).title();
        Judged judged = judged(type, record);
        return new Why(
                explanation.isAllowed(right, type, record), RoleForm.word(right), new Somebody(person, title),
                explanation.of(right, judged.type(), judged.id(), facts(judged), language), attributes.of(type, language));
    }

    /** What a part belongs to, which it is as open as. */
    private record Judged(ObjectType type, UUID id) {}

    private Judged judged(ObjectType type, UUID id) {
        Attribute<Ref> parent = type.parent();
        if (parent == null) {
            return new Judged(type, id);
        }
        Record row = row(new Judged(type, id), List.of(column(parent)));
        UUID above = row == null ? null : row.get(0, UUID.class);
        return above == null ? new Judged(type, id) : judged(Objects.requireNonNull(types.target(parent)), above);
    }

    private Explanation.Facts facts(Judged judged) {
        ObjectType.Hanging hanging = judged.type().hanging();
        List<Field<UUID>> columns = new ArrayList<>();
        columns.add(judged.type().owner() == null ? Tables.uuid("t", "id") : column(judged.type().owner()));
        if (hanging != null) {
            columns.add(column(hanging.above()));
            columns.add(column(hanging.owner()));
        }
        Record row = Objects.requireNonNull(row(judged, columns));
        UUID owner = judged.type().owner() == null ? null : row.get(0, UUID.class);
        return hanging == null
                ? new Explanation.Facts(owner, null, null)
                : new Explanation.Facts(owner, row.get(1, UUID.class), row.get(2, UUID.class));
    }

    private @Nullable Record row(Judged judged, List<Field<UUID>> columns) {
        return sql.select(columns)
                .from(Tables.of(judged.type(), "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.uuid("t", "id").eq(judged.id()))
                .fetchOne();
    }

    private static Field<UUID> column(Attribute<Ref> reference) {
        return Tables.reference("t", reference);
    }

    private static Right right(String word) {
        return Arrays.stream(Right.values())
                .filter(right -> RoleForm.word(right).equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemKind.MALFORMED, Fault.at("right", "bad-value")));
    }

    /** Why attributes are not whole for somebody. */
    @org.springframework.stereotype.Component
    static final class AttributeReasons {

        private static final Map<AttributeRight, String> CODES =
                Map.of(AttributeRight.HIDDEN, "why.attribute-hidden", AttributeRight.MASKED, "why.attribute-masked", AttributeRight.READ, "why.attribute-read");

        private final Access access;
        private final Messages messages;

        AttributeReasons(Access access, Messages messages) {
            this.access = access;
            this.messages = messages;
        }

        List<AttributeReason> of(ObjectType type, Locale language) {
            return type.attributes().stream()
                    .filter(Attribute::isWritable)
                    .filter(attribute -> access.right(attribute) != AttributeRight.WRITE)
                    .map(attribute -> new AttributeReason(
                            attribute.name(), messages.label(language, attribute), RoleForm.word(access.right(attribute)),
                            messages.text(language, Objects.requireNonNull(CODES.get(access.right(attribute))))))
                    .toList();
        }
    }
}
