package io.keyuan.engine.pipeline;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Lines;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Ref;
import io.keyuan.engine.sql.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns the lines that were given with records into drafts of their own: rows with an id change that row, the others take
 * the place of what is stored, in order, so that the same lines given twice change nothing; what is left over goes.
 */
@Component
final class PrepareLines {

    private final DSLContext sql;
    private final ObjectTypes types;

    PrepareLines(DSLContext sql, ObjectTypes types) {
        this.sql = sql;
        this.types = types;
    }

    /** @return the lines of all records of the batch, by object, each knowing whose it is; empty where none were given */
    List<Part> of(Batch batch) {
        List<Part> parts = new ArrayList<>();
        for (Attribute<?> attribute : batch.type().attributes()) {
            if (attribute.type() instanceof LinesType) {
                @SuppressWarnings("unchecked")
                var lines = (Attribute<Lines>) attribute;
                Batch.Selection given = batch.saved().where(draft -> draft.isGiven(lines));
                if (!given.isEmpty()) {
                    parts.add(part(lines, given));
                }
            }
        }
        return parts;
    }

    private Part part(Attribute<Lines> lines, Batch.Selection owners) {
        ObjectType child = Objects.requireNonNull(types.target(lines));
        Attribute<Ref> back = types.back(lines);
        Map<UUID, SequencedSet<UUID>> stored = stored(child, back, owners);
        Map<Draft, Place> places = new LinkedHashMap<>();
        owners.forEach(owner -> {
            SequencedSet<UUID> there = stored.getOrDefault(owner.id(), new LinkedHashSet<>());
            Lines given = owner.get(lines);
            int index = 0;
            for (Map<String, Object> row : given == null ? List.<Map<String, Object>>of() : given.rows()) {
                places.put(line(child, back, owner, row, there), new Place(owner, lines.name() + "[" + index++ + "]"));
            }
            there.forEach(id -> places.put(Draft.delete(child, id, null).in(owner.past()), new Place(owner, lines.name())));
        });
        return new Part(new Batch(child, List.copyOf(places.keySet())), places);
    }

    private static Draft line(ObjectType child, Attribute<Ref> back, Draft owner, Map<String, Object> row, SequencedSet<UUID> stored) {
        Map<String, Object> input = new LinkedHashMap<>(row);
        Object given = input.remove("id");
        UUID id = given == null ? (stored.isEmpty() ? null : stored.removeFirst()) : known(given, stored);
        // A row as it was read carries what the system keeps; it says nothing new.
        child.attributes().stream().filter(attribute -> !attribute.isWritable()).forEach(attribute -> input.remove(attribute.name()));
        input.remove(back.name());
        if (id != null) {
            return Draft.update(child, id, null, input).in(owner.past());
        }
        Draft draft = Draft.create(child, input).in(owner.past()).set(back, Ref.to(owner.id()));
        if (given != null) {
            draft.fail(ProblemKind.RULE_BROKEN, Fault.at(child.id, "unknown-reference"));
        }
        return draft;
    }

    private static @Nullable UUID known(Object given, SequencedSet<UUID> stored) {
        UUID match = stored.stream().filter(id -> id.toString().equals(given)).findFirst().orElse(null);
        stored.remove(match);
        return match;
    }

    private Map<UUID, SequencedSet<UUID>> stored(ObjectType child, Attribute<Ref> back, Batch.Selection owners) {
        UUID[] ids = owners.where(owner -> !owner.isNew()).stream().map(Draft::id).toArray(UUID[]::new);
        Map<UUID, SequencedSet<UUID>> stored = new HashMap<>();
        if (ids.length == 0) {
            return stored;
        }
        var parent = Tables.reference("t", back);
        sql.select(parent, Tables.uuid("t", "id"))
                .from(Tables.of(child, "t"))
                .where(Tables.ofTenant("t"))
                .and(Tables.alive("t"))
                .and(Tables.among(parent, ids))
                .orderBy(Tables.uuid("t", "id"))
                .forEach(row -> stored.computeIfAbsent(row.value1(), owner -> new LinkedHashSet<>()).add(row.value2()));
        return stored;
    }

    /** The record a line belongs to, and where in its input the line stood. */
    record Place(Draft owner, String path) {}

    /** Lines of one object. */
    record Part(Batch batch, Map<Draft, Place> places) {

        /** What is wrong with a line is wrong with its record; lines of a record that fails go nowhere. */
        void judge() {
            places.forEach((line, place) -> {
                if (!line.isAlive()) {
                    line.faults().forEach(fault -> place.owner().reject(fault.below(place.path())));
                } else if (line.isEffective()) {
                    place.owner().touch();
                }
            });
        }

        Batch ofLivingOwners() {
            return new Batch(batch.type(), batch.drafts().stream()
                    .filter(line -> Objects.requireNonNull(places.get(line)).owner().isAlive())
                    .toList());
        }
    }
}
