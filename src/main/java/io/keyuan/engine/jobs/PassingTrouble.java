package io.keyuan.engine.jobs;

import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.transaction.TransactionException;

/** Tells trouble that goes away by itself from a fault that every further attempt would meet again. */
final class PassingTrouble {

    /** SQLSTATE classes: connection, rolled back for the sake of others, out of resources, stopped by an operator. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57");

    /** Somebody held for long what is held shortly otherwise. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private PassingTrouble() {}

    static boolean isIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isPassing(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(Throwable cause) {
        return switch (cause) {
            case InterruptedException interrupted -> true;
            case Problem problem -> problem.kind() == ProblemKind.UNAVAILABLE;
            // Neither begun nor rolled back: what the connection died of is hidden behind it.
            case TransactionException noTransaction -> true;
            case SQLException failure -> isPassing(failure);
            default -> false;
        };
    }

    private static boolean isPassing(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                ? failure instanceof java.sql.SQLTransientException
                : state.equals(LOCK_NOT_AVAILABLE) || CLASSES.contains(state.substring(0, Math.min(2, state.length())));
    }
}
