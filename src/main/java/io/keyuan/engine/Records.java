package io.keyuan.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every record, read and written on behalf of the {@linkplain Caller#current() current caller}: nothing else touches the
 * tables of objects.
 */
public interface Records {

    /** All succeed, or the first thing wrong is thrown and nothing is written. */
    Batch save(Batch batch) throws Problem;

    /** Each succeeds or fails on its own; the failed ones say why, the others are written. */
    Batch saveEach(Batch batch);

    /** What would become of each if it were {@linkplain #saveEach saved}; nothing is written. */
    Batch judge(Batch batch);

    /** @return the record's id */
    default UUID create(ObjectType type, Map<String, Object> input) {
        return save(new Batch(type, List.of(Draft.create(type, input)))).drafts().getFirst().id();
    }

    default void update(ObjectType type, UUID id, @Nullable Long expectedVersion, Map<String, Object> input) {
        save(new Batch(type, List.of(Draft.update(type, id, expectedVersion, input))));
    }

    /** @throws Problem {@link ProblemKind#NOT_FOUND} where it is not there, or not for the caller */
    Row get(ObjectType type, UUID id);

    /**
     * A record as it was at a moment, whatever became of it since.
     *
     * @throws Problem {@link ProblemKind#NOT_FOUND} where it was not there, or is not for the caller today
     */
    Row get(ObjectType type, UUID id, Instant asOf);

    /** @throws Problem {@link ProblemKind#NOT_FOUND} where it is not in the recycle bin, or not for the caller */
    Row getDeleted(ObjectType type, UUID id);

    /** A record that was just saved, as {@link #get} would read it, also for whoever has handed it away with this very change. */
    Row saved(Draft draft);

    /** The titles of those of these records that the caller may see. */
    Map<UUID, String> titles(ObjectType type, Set<UUID> ids);

    /** One page of a list. */
    Page list(Query query);
}
