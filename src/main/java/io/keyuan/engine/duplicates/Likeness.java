package io.keyuan.engine.duplicates;

/**
 * How alike two names are.
 *
 * @param value 0 to 100
 * @param reason what makes them alike or keeps them apart
 * @param apart whether they are names of two that are known to be different, such as two branches
 */
record Likeness(int value, Reason reason, boolean apart) {

    static final Likeness NONE = new Likeness(0, Reason.OTHER_NAME, false);

    static Likeness of(int value, Reason reason) {
        return new Likeness(value, reason, false);
    }

    static Likeness apart(Reason reason) {
        return new Likeness(20, reason, true);
    }

    Likeness or(Likeness other) {
        return other.value > value ? other : this;
    }
}
