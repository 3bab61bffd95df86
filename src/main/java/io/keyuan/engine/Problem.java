package io.keyuan.engine;

import java.util.List;
import java.util.Map;

/** What is answered instead of a result. Rolls back whatever was being done. */
public final class Problem extends RuntimeException {

    private final ProblemKind kind;
    private final transient List<Fault> faults;
    private final transient Map<String, Object> members;

    public Problem(ProblemKind kind, List<Fault> faults, Map<String, Object> members) {
        super(kind.slug() + " " + faults, null, false, false);
        this.kind = kind;
        this.faults = List.copyOf(faults);
        this.members = Map.copyOf(members);
    }

    public static Problem of(ProblemKind kind, Fault... faults) {
        return new Problem(kind, List.of(faults), Map.of());
    }

    public static Problem notFound() {
        return of(ProblemKind.NOT_FOUND);
    }

    public ProblemKind kind() {
        return kind;
    }

    public List<Fault> faults() {
        return faults;
    }

    /**
     * Further members of the answer beside the standard ones, such as {@code current} of a stale write; {@code retryAfter},
     * in seconds, becomes the header as well.
     */
    public Map<String, Object> members() {
        return members;
    }
}
