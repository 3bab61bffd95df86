package io.keyuan.engine.imports;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.Right;
import io.keyuan.engine.query.Titles;
import io.keyuan.engine.sql.Tables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What of kept differences may be told now: they are from the day of a dry run, and whoever asks has the rights of today. Records
 * one sees no more and attributes one reads no more are left out, and what one may not see that is pointed to has no title.
 */
@Component
class TellableDifferences {

    private static final String ID = "id";

    private final DSLContext sql;
    private final ObjectTypes types;
    private final Access access;
    private final Titles titles;

    TellableDifferences(DSLContext sql, ObjectTypes types, Access access, Titles titles) {
        this.sql = sql;
        this.types = types;
        this.access = access;
        this.titles = titles;
    }

    List<Differences.Difference> of(ObjectType type, List<Differences.Difference> kept) {
        if (kept.isEmpty() || !access.may(Right.READ, type)) {
            return List.of();
        }
        Set<UUID> seen = titles.of(type, kept.stream().map(Differences.Difference::record).collect(Collectors.toSet())).keySet();
        List<Differences.Difference> told = kept.stream().filter(each -> seen.contains(each.record())).map(each -> readable(type, each)).toList();
        Set<UUID> unseen = unseen(type, told);
        return told.stream().map(each -> titled(each, unseen)).toList();
    }

    private Differences.Difference readable(ObjectType type, Differences.Difference kept) {
        List<Differences.Change> changes = kept.changes().stream().filter(change -> isReadable(type.find(change.attribute()))).toList();
        return new Differences.Difference(kept.line(), kept.record(), access.mayRead(type.title()) ? kept.title() : null, changes);
    }

    private boolean isReadable(@Nullable Attribute<?> attribute) {
        return attribute != null && access.mayRead(attribute);
    }

    /** What is pointed to and there, but not for the caller. What the dry run made itself is not there any more, and keeps its title. */
    private Set<UUID> unseen(ObjectType type, List<Differences.Difference> told) {
        Map<ObjectType, Set<UUID>> pointed = new HashMap<>();
        told.forEach(each -> each.changes().forEach(change -> {
            Attribute<?> attribute = Objects.requireNonNull(type.find(change.attribute()));
            if (attribute.type() instanceof ReferenceType) {
                Set<UUID> ids = pointed.computeIfAbsent(Objects.requireNonNull(types.target(attribute)), any -> new HashSet<>());
                Stream.of(Optional.ofNullable(change.before()), Optional.ofNullable(change.after()))
                        .flatMap(Optional::stream)
                        .flatMap(value -> id(value).stream())
                        .forEach(ids::add);
            }
        }));
        Set<UUID> unseen = new HashSet<>();
        pointed.forEach((target, ids) -> unseen.addAll(unseenOf(target, ids)));
        return unseen;
    }

    private Set<UUID> unseenOf(ObjectType target, Set<UUID> ids) {
        Set<UUID> missing = new HashSet<>(ids);
        missing.removeAll(titles.of(target, ids).keySet());
        return missing.isEmpty() ? missing : sql.select(Tables.uuid("t", "id"))
                .from(Tables.of(target, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.among(Tables.uuid("t", "id"), missing.toArray(UUID[]::new)))
                .fetchSet(Tables.uuid("t", "id"));
    }

    private static Differences.Difference titled(Differences.Difference told, Set<UUID> unseen) {
        List<Differences.Change> changes = told.changes().stream()
                .map(change -> new Differences.Change(change.attribute(), titled(change.before(), unseen), titled(change.after(), unseen)))
                .toList();
        return new Differences.Difference(told.line(), told.record(), told.title(), changes);
    }

    private static @Nullable Object titled(@Nullable Object value, Set<UUID> unseen) {
        if (value == null || id(value).filter(unseen::contains).isEmpty()) {
            return value;
        }
        Map<String, @Nullable Object> untitled = new LinkedHashMap<>();
        untitled.put(ID, id(value).orElseThrow().toString());
        untitled.put("title", null);
        return untitled;
    }

    /** Of a reference as it is kept; there is none where a row brings what it points to itself. */
    private static Optional<UUID> id(Object value) {
        return value instanceof Map<?, ?> reference && reference.get(ID) instanceof String id ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }
}
