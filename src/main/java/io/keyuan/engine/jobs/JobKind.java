package io.keyuan.engine.jobs;

import org.springframework.modulith.NamedInterface;

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
}
