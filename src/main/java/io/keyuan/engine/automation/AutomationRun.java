package io.keyuan.engine.automation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.keyuan.engine.Fault;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One rule and one occasion.
 *
 * @param cause the change, by its id in the audit; of the clock, a number made of record and moment
 * @param depth how many rules stand between this and what somebody did
 * @param seen the rules of those that ran for this very record
 * @param late whether others go first
 * @param at when it happened
 * @param endedAt null where it is still to come
 * @param operation under which its changes are kept; null where there are none
 * @param steps what became of the actions, as far as it came
 */
record AutomationRun(
        UUID id, UUID rule, UUID cause, UUID record, int depth, Set<UUID> seen, boolean late, State state, Instant dueAt, int attempts,
        Instant at, @Nullable Instant endedAt, @Nullable UUID operation, List<Step> steps) {

    enum State {
        WAITING,
        /** Every action was carried out. */
        DONE,
        /** An action was not. */
        FAILED,
        /** The condition did not hold. */
        UNMET,
        /** The record is not for the owner of the rule. */
        HIDDEN,
        /** The record is not there any more. */
        GONE,
        /** Too many rules followed each other. */
        CUT,
        /** It was caused by an import that asked for rules to wait. */
        HELD;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static @Nullable State of(@Nullable String code) {
            return List.of(values()).stream().filter(each -> each.code().equals(code)).findFirst().orElse(null);
        }
    }

    /**
     * What became of one action.
     *
     * @param kind of the action, by its code
     * @param faults why it was not carried out; empty where it was
     * @param told what else is to be known: which record was made, who was told
     */
    record Step(String kind, List<Fault> faults, Map<String, @Nullable Object> told) {

        @JsonIgnore
        boolean isDone() {
            return faults.isEmpty();
        }

        static Step done(Action action, Map<String, @Nullable Object> told) {
            return new Step(action.kind().code(), List.of(), new LinkedHashMap<>(told));
        }

        static Step failed(Action action, List<Fault> why) {
            return new Step(action.kind().code(), List.copyOf(why), Map.of());
        }
    }

    AutomationRun ended(State how, Instant when, @Nullable UUID by, List<Step> what) {
        return new AutomationRun(id, rule, cause, record, depth, seen, late, how, dueAt, attempts, at, when, by, List.copyOf(what));
    }
}
