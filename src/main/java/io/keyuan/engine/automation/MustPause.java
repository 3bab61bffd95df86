package io.keyuan.engine.automation;

/** A rule can do nothing until somebody looks at it. */
final class MustPause extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final AutomationRule.Pause why;

    MustPause(AutomationRule.Pause why, Throwable cause) {
        super(why.code(), cause);
        this.why = why;
    }

    MustPause(AutomationRule.Pause why) {
        super(why.code());
        this.why = why;
    }

    AutomationRule.Pause why() {
        return why;
    }
}
