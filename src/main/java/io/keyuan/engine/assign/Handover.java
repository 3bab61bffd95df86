package io.keyuan.engine.assign;

import io.keyuan.engine.Capability;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.sql.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * Gives everything that belongs to one person to another, as part of a job: piece by piece, each with the caller's operation,
 * so that it can be taken back as a whole.
 *
 * <p>In a job: {@code for each of objects(), run.piece(() -> next(type, from, to, checkpoint, 500))} until there is no more.
 * The caller needs {@link io.keyuan.engine.Right#ASSIGN}; what they may not give away stays and is told.
 */
@NamedInterface("assign")
@Component
public class Handover {

    private static final Field<UUID> ID = Tables.uuid("t", "id");

    private final DSLContext sql;
    private final ObjectTypes types;
    private final Giving giving;
    private final GivingNotes notes;

    Handover(DSLContext sql, ObjectTypes types, Giving giving, GivingNotes notes) {
        this.sql = sql;
        this.types = types;
        this.giving = giving;
        this.notes = notes;
    }

    /**
     * What became of one piece.
     *
     * @param given how many belong to the other now
     * @param kept why which records stayed with whom they were
     * @param last where the next piece begins
     */
    @NamedInterface("assign")
    public record Piece(int given, Map<UUID, List<Fault>> kept, UUID last) {}

    /** The objects whose records belong to people, in an order that never changes while the program runs. */
    public List<ObjectType> objects() {
        return types.all().stream().filter(type -> type.can(Capability.OWNED)).toList();
    }

    /** How many of them, outside the recycle bin, belong to somebody, whoever may see them. */
    public int count(ObjectType type, UUID owner) {
        return sql.fetchCount(Tables.of(type, "t"), of(type, owner));
    }

    /**
     * Gives the next of them to somebody else, in the current transaction.
     *
     * @param to somebody who can own records
     * @param after {@link Piece#last} of the piece before; null for the first
     * @param limit at most so many
     * @return null where none is left
     */
    public @Nullable Piece next(ObjectType type, UUID from, UUID to, @Nullable UUID after, int limit) {
        List<UUID> ids = sql.select(ID)
                .from(Tables.of(type, "t"))
                .where(of(type, from))
                .and(after == null ? DSL.noCondition() : ID.gt(after))
                .orderBy(ID)
                .limit(limit)
                .fetch(ID);
        if (ids.isEmpty()) {
            return null;
        }
        Map<UUID, UUID> wanted = new HashMap<>();
        ids.forEach(id -> wanted.put(id, to));
        Giving.Given given = giving.give(type, wanted);
        return new Piece(given.given().size(), given.kept(), ids.getLast());
    }

    /** Says why, for the history of whom records belonged to: once for an operation. */
    public void explain(String note) {
        String checked = GivingNotes.checked(note);
        if (checked != null) {
            notes.keep(checked);
        }
    }

    private static Condition of(ObjectType type, UUID owner) {
        return Tables.ofTenant("t").and(Tables.alive("t")).and(owner(type).eq(owner));
    }

    static Field<UUID> owner(ObjectType type) {
        return Tables.reference("t", Objects.requireNonNull(type.owner()));
    }
}
