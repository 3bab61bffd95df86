package io.keyuan.engine.undo;

import io.keyuan.engine.Fault;
import java.util.List;

/**
 * Why a record stays as it is.
 *
 * @param changedSince whether somebody has changed it since, which whoever insists overrides
 */
record Refusal(boolean changedSince, List<Fault> why) {

    static final Refusal CHANGED_SINCE = new Refusal(true, List.of(Fault.whole("changed-since")));

    /** Nobody can change it. */
    static final Refusal GONE = new Refusal(false, List.of(Fault.whole("not-there-any-more")));

    /** Somebody else can. */
    static final Refusal NOT_YOURS = new Refusal(false, List.of(Fault.whole("not-yours-any-more")));
}
