package io.keyuan.engine.jobs;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import tools.jackson.databind.JsonNode;

/** One kind of long work. */
@NamedInterface("jobs")
public interface JobKind {

    /** Its name in addresses and messages, never changed. */
    String name();

    /**
     * Does the work, or what is left of it, in {@linkplain JobRun#piece pieces}. The caller is bound; changes of records
     * carry the job's id as their operation.
     *
     * @throws io.keyuan.engine.Problem where the work cannot be done; people are told
     */
    void run(JobRun run) throws Exception;

    /** What people are told of such a job beside its title, as JSON can say it. */
    default Map<String, Object> about(JsonNode arguments) {
        return Map.of();
    }

    /**
     * The record such a job is about.
     *
     * @param object by its address
     */
    record Concerned(String object, UUID id) {}

    /** Which record it is that such a job is about; null where it is about many, or none. */
    default @Nullable Concerned concerned(JsonNode arguments) {
        return null;
    }

    /**
     * What people are told of what came of it so far.
     *
     * @param result as it was noted
     * @return as JSON can say it, in the current caller's language
     */
    default Object told(JsonNode result) {
        return result;
    }

    /**
     * Whether such a job, which takes another one back, has left something that it would not if it insisted.
     *
     * @param result what it told last
     */
    default boolean isInsistable(JsonNode result) {
        return false;
    }

    /** The file of the records such a job leaves as they are; null where its failures are no records, or a file as it came. */
    default LeftRecords.@Nullable File left() {
        return null;
    }

    /**
     * The file such a job was asked for, for whoever asked; null where there is none.
     *
     * @param result as it was noted last
     */
    default @Nullable UUID file(JsonNode result) {
        return null;
    }

    /** How long the files of such a job stay after its end. */
    default Duration filesKept() {
        return Clearing.FILES_KEPT;
    }

    /**
     * Whether what such a job changes hangs together, and follows from what it may do whoever may change it. Then it is taken back value by value and
     * last things first, and what somebody has changed since stays value by value.
     */
    default boolean isWoven() {
        return false;
    }

    /** Whether what such a job has changed can be taken back, by the current caller. */
    default boolean isUndoable(JsonNode arguments) {
        return false;
    }
}
