package io.keyuan.engine.imports;

import io.keyuan.engine.Fault;
import io.keyuan.engine.tables.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of the file on its way to become a record. */
final class Candidate {

    private final long number;
    private final Row row;
    private final Map<String, @Nullable Object> input = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>(0);
    private final List<Open> open = new ArrayList<>(2);
    private boolean skipped;
    private boolean waiting;

    /** @param number of the row, from 0, blank ones not counted */
    Candidate(long number, Row row) {
        this.number = number;
        this.row = row;
    }

    /** A value that only the database can tell. */
    record Open(Rule rule, String text) {}

    long number() {
        return number;
    }

    Row row() {
        return row;
    }

    /** JSON values by attribute, as the pipeline takes them. */
    Map<String, @Nullable Object> input() {
        return input;
    }

    /** What is still to be looked up. */
    List<Open> open() {
        return open;
    }

    List<Fault> faults() {
        return faults;
    }

    void reject(Target target, String code, Object... args) {
        faults.add(Fault.at(target.path(), code, args));
    }

    void reject(Fault fault) {
        faults.add(fault);
    }

    void skip() {
        skipped = true;
    }

    boolean isSkipped() {
        return skipped;
    }

    /** Its turn comes when the row it names has been written. */
    void await() {
        waiting = true;
    }

    boolean isWaiting() {
        return waiting;
    }

    /** Whether it may become a record. */
    boolean isAlive() {
        return faults.isEmpty() && isJudged();
    }

    /** Whether all that is wrong with it is to be told now. */
    boolean isJudged() {
        return !skipped && !waiting;
    }
}
