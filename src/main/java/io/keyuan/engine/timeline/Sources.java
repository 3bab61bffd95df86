package io.keyuan.engine.timeline;

import static org.jooq.impl.DSL.noCondition;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Right;
import io.keyuan.engine.TimelineEntry;
import io.keyuan.engine.query.Conditions;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Finds out from the definitions what belongs on the timelines of an object; what the caller may not see is not among it. */
@Component
class Sources {

    private final ObjectTypes types;
    private final Conditions conditions;
    private final VisibleRecords visible;

    Sources(ObjectTypes types, Conditions conditions, VisibleRecords visible) {
        this.types = types;
        this.conditions = conditions;
        this.visible = visible;
    }

    /** @param record whose timeline, as a value or as a column of a query around it */
    List<Source> of(ObjectType host, Field<UUID> record) {
        List<Source> sources = new ArrayList<>(changes(host, record));
        if (host.can(Capability.TIMELINE)) {
            sources.add(comments(host, true, Tables.uuid("c", "record_id").eq(record)));
            sources.add(files(host, record));
            types.toldOn(host).stream()
                    .filter(type -> type.can(Capability.TIMELINE))
                    .forEach(type -> sources.add(comments(type, false, hanging("c", type, record))));
            types.entriesOf(host).forEach(reference -> sources.add(entries(host, reference, record)));
        }
        return sources;
    }

    /** What is news to whoever follows a record: also what was said of the entries on its timeline. */
    List<Source> news(ObjectType host, Field<UUID> record) {
        List<Source> sources = of(host, record);
        types.entriesOf(host).stream()
                .map(Attribute::object)
                .distinct()
                .forEach(type -> sources.add(comments(type, false, hanging("c", type, record))));
        return sources;
    }

    /** What changed of a record, of its lines and of what hangs on it. */
    private List<Source> changes(ObjectType host, Field<UUID> record) {
        List<Source> sources = new ArrayList<>();
        sources.add(changes(host, true, Tables.uuid("a", "record_id").eq(record)));
        for (ObjectType type : types.toldOn(host)) {
            // Whoever sees a record sees its lines, those that are gone too.
            boolean line = Objects.equals(type.anchor(), type.parent());
            Condition there = line ? named("a", type, record) : hanging("a", type, record);
            sources.add(changes(type, line, there));
        }
        return sources;
    }

    private static Source changes(ObjectType about, boolean own, Condition condition) {
        var at = Tables.time("a", "at");
        return new Source(
                Source.CHANGES, about, own, Tables.of("audit", "a"), at, Tables.uuid("a", "id"), Tables.uuid("a", "actor"), at,
                Tables.ofTenant("a").and(condition), noCondition(), at.gt(FollowTable.SEEN_AT));
    }

    private static Source comments(ObjectType about, boolean own, Condition condition) {
        var at = Tables.time("c", "at");
        return new Source(
                Source.COMMENTS, about, own, Tables.of("comment", "c"), at, Tables.uuid("c", "id"), Tables.uuid("c", "author"), at,
                Tables.ofTenant("c").and(condition),
                CommentTable.isShown("c").and(Tables.uuid("c", "reply_to").isNull()),
                Tables.alive("c").and(at.gt(FollowTable.SEEN_AT)));
    }

    /** Each version of a file is told of when it came. */
    private static Source files(ObjectType host, Field<UUID> record) {
        var at = Tables.time("v", "at");
        return new Source(
                Source.FILES, host, true, Tables.of("record_file_version", "v"), at, Tables.uuid("v", "id"), Tables.uuid("v", "author"), at,
                // That an attribute was given one is told as a change.
                Tables.ofTenant("v").and(Tables.uuid("v", "record_id").eq(record)).and(Tables.text("v", "attribute").isNull()), noCondition(), at.gt(FollowTable.SEEN_AT));
    }

    private static Condition named(String alias, ObjectType type, Field<UUID> record) {
        return Tables.uuid(alias, "anchor_id").eq(record).and(Tables.text(alias, "object").eq(type.name()));
    }

    private Condition hanging(String alias, ObjectType type, Field<UUID> record) {
        return named(alias, type, record).and(visible.is(type, Tables.uuid(alias, "record_id")));
    }

    private Source entries(ObjectType host, Attribute<Ref> reference, Field<UUID> record) {
        ObjectType type = reference.object();
        TimelineEntry entry = Objects.requireNonNull(type.entry());
        Condition condition = Tables.ofTenant("e")
                .and(Tables.alive("e"))
                .and(column(reference).eq(record))
                .and(unlessBefore(host, entry, reference, record))
                .and(conditions.visible(Right.READ, type, "e"));
        return new Source(
                type.path(), type, false, Tables.of(type, "e"), Tables.time("e", entry.at().columns().getFirst().name()),
                Tables.uuid("e", "id"), Tables.uuid("e", "created_by"), Tables.time("e", "created_at"), condition, noCondition(),
                Tables.uuid("e", "id").gt(FollowTable.SEEN_ID));
    }

    /** A record that points here twice is one entry. */
    private Condition unlessBefore(ObjectType host, TimelineEntry entry, Attribute<Ref> reference, Field<UUID> record) {
        return entry.of().subList(0, entry.of().indexOf(reference)).stream()
                .filter(before -> host.equals(types.target(before)))
                .map(before -> column(before).isDistinctFrom(record))
                .reduce(noCondition(), Condition::and);
    }

    private static Field<UUID> column(Attribute<Ref> reference) {
        return Tables.reference("e", reference);
    }
}
