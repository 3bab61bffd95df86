package io.keyuan.engine.imports;

/**
 * The account of an import: every row that is settled is in exactly one of the next four, {@code in} is their sum. Records
 * made because a row named them are apart.
 */
record Counts(long in, long created, long updated, long skipped, long failed, long implied) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    Counts plus(Counts more) {
        return new Counts(
                in + more.in,
                created + more.created,
                updated + more.updated,
                skipped + more.skipped,
                failed + more.failed,
                implied + more.implied);
    }

    static Counts ofCreated() {
        return new Counts(1, 1, 0, 0, 0, 0);
    }

    static Counts ofUpdated() {
        return new Counts(1, 0, 1, 0, 0, 0);
    }

    static Counts ofSkipped() {
        return new Counts(1, 0, 0, 1, 0, 0);
    }

    static Counts ofFailed() {
        return new Counts(1, 0, 0, 0, 1, 0);
    }

    static Counts ofImplied(int records) {
        return new Counts(0, 0, 0, 0, 0, records);
    }
}
