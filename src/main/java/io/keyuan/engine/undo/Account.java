package io.keyuan.engine.undo;

/**
 * The account of taking back: every record the job had changed is in exactly one of the next four, {@code in} is their sum.
 *
 * @param removed those the job had made (or brought back), which are in the recycle bin now
 * @param restored those that have their values from before again
 * @param kept those somebody changed since
 * @param failed those that may or can no longer be changed
 */
record Account(long in, long removed, long restored, long kept, long failed) {

    static final Account NONE = new Account(0, 0, 0, 0, 0);

    Account plus(Account more) {
        return new Account(
                in + more.in, removed + more.removed, restored + more.restored, kept + more.kept, failed + more.failed);
    }

    static Account ofRemoved() {
        return new Account(1, 1, 0, 0, 0);
    }

    static Account ofRestored() {
        return new Account(1, 0, 1, 0, 0);
    }

    static Account ofKept() {
        return new Account(1, 0, 0, 1, 0);
    }

    static Account ofFailed() {
        return new Account(1, 0, 0, 0, 1);
    }

    static Account of(ChangedBeside.TakenBack beside) {
        return new Account(beside.count(), 0, beside.restored(), beside.kept(), 0);
    }

    boolean isComplete() {
        return kept == 0 && failed == 0;
    }
}
