package io.keyuan.engine.imports;

import io.keyuan.engine.Fault;
import io.keyuan.engine.tables.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of the file on its way to become a record. It waits, is left out or has failed, or none of these, never two of them. */
final class Candidate {

    private enum State {
        OPEN,
        WAITING,
        SKIPPED,
        FAILED
    }

    private final long number;
    private final Row row;
    private final Map<String, @Nullable Object> input = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>(0);
    private final List<Open> open = new ArrayList<>(2);
    private final Map<Target, String> proposed = new HashMap<>(0);
    private State state = State.OPEN;

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

    /** Notes the choice that would be made, where for now another one stands in its place. */
    void propose(Target target, String label) {
        proposed.put(target, label);
    }

    /** What the attribute would be called; null where what stands there is what it would be. */
    @Nullable String proposed(Target target) {
        return proposed.get(target);
    }

    List<Fault> faults() {
        return faults;
    }

    void reject(Target target, String code, Object... args) {
        reject(Fault.at(target.path(), code, args));
    }

    /** Settles the row, whatever else was to become of it. */
    void reject(Fault fault) {
        faults.add(fault);
        state = State.FAILED;
    }

    /** Leaves the row out, unless something is wrong with it. */
    void skip() {
        if (state != State.FAILED) {
            state = State.SKIPPED;
        }
    }

    boolean isSkipped() {
        return state == State.SKIPPED;
    }

    /** Its turn comes when the row it names has been written; one that is settled already has had its turn. */
    void await() {
        if (state == State.OPEN) {
            state = State.WAITING;
        }
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    /** Whether it may become a record. */
    boolean isAlive() {
        return state == State.OPEN;
    }

    /** Whether all that is wrong with it is to be told now. */
    boolean isJudged() {
        return state == State.OPEN || state == State.FAILED;
    }
}
