package io.keyuan.engine.web;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's codes (its manual, appendix A) mean to whoever sent the request. */
final class DatabaseTrouble {

    private static final String QUERY_CANCELED = "57014";
    private static final String DISK_FULL = "53100";
    /** A text that cannot be stored, which nobody refused before. */
    private static final Set<String> NO_TEXT = Set.of("22021", "22P05");

    private static final List<String> PASSING = List.of(
            "08", // no connection
            "53", // out of connections, memory or disk
            "57P", // shutting down or starting
            "40", // serialization failure, deadlock
            "55P03"); // a lock is held for too long

    private static final int DEEPEST_CAUSE = 20;

    private DatabaseTrouble() {}

    /** @return null where the database is not the cause, or where its complaint is a mistake of the program */
    static @Nullable Problem problem(Throwable failure) {
        SQLException cause = find(failure);
        if (cause == null) {
            return null;
        }
        String state = String.valueOf(cause.getSQLState());
        if (state.equals(QUERY_CANCELED)) {
            return Problem.of(ProblemKind.UNINDEXED, Fault.whole("unindexed"));
        }
        if (state.equals(DISK_FULL)) {
            return Problem.of(ProblemKind.UNAVAILABLE, Fault.whole("disk-full"));
        }
        if (NO_TEXT.contains(state)) {
            return Problem.of(ProblemKind.MALFORMED, Fault.whole("bad-parameter"));
        }
        boolean passing = cause instanceof SQLTransientConnectionException || PASSING.stream().anyMatch(state::startsWith);
        return passing ? Problem.of(ProblemKind.UNAVAILABLE) : null;
    }

    private static @Nullable SQLException find(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < DEEPEST_CAUSE; depth++) {
            if (at instanceof SQLException cause) {
                return cause;
            }
            at = at.getCause();
        }
        return null;
    }
}
