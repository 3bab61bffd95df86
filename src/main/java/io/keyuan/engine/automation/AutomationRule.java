package io.keyuan.engine.automation;

import io.keyuan.engine.ObjectType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When something happens, and if a condition holds, something is done.
 *
 * @param paused why it does nothing though it is switched on; null where it does
 * @param owner with whose rights it acts: whoever wrote it
 * @param language in which values are written in texts
 * @param condition an expression, as the owner sees it; null for all records
 * @param since changes of transactions up to this position are none of its business
 * @param lastAt when it last did something; null where it never did
 * @param failedAt the same of something that did not work
 */
record AutomationRule(
        UUID id, long version, ObjectType type, String name, boolean active, @Nullable Pause paused, UUID owner, Locale language,
        Trigger trigger, @Nullable String condition, List<Action> actions, long since, @Nullable Instant lastAt, @Nullable Instant failedAt) {

    /** Why a rule waits for somebody to look at it. */
    enum Pause {
        /** Whoever it belongs to is not there any more. */
        OWNER_GONE,
        /** The condition says nothing any more, since what it is about is gone or not for the owner. */
        CONDITION_BROKEN;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static @Nullable Pause of(@Nullable String code) {
            return List.of(values()).stream().filter(each -> each.code().equals(code)).findFirst().orElse(null);
        }
    }

    boolean doesTheSameAs(AutomationRule other) {
        return trigger.equals(other.trigger) && Objects.equals(condition, other.condition) && actions.equals(other.actions);
    }

    /** Still whose it was; where it went on all the while, nothing that happened meanwhile is left out. */
    AutomationRule keptBy(AutomationRule before) {
        return new AutomationRule(
                id, version, type, name, active, paused, before.owner, before.language, trigger, condition, actions,
                active == before.active ? before.since : since, lastAt, failedAt);
    }

    boolean isAtWork() {
        return active && paused == null;
    }
}
