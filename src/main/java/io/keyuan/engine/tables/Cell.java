package io.keyuan.engine.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** What stands in a cell; each kind of file writes it in its own way. */
public sealed interface Cell {

    Cell EMPTY = new Text("");

    /** Any text; an empty one is an empty cell. */
    record Text(String text) implements Cell {}

    /** What the reader sees a part of only; no program could use it. */
    record Masked(String text) implements Cell {}

    record Figure(BigDecimal number) implements Cell {}

    /** @param currency ISO 4217 */
    record Amount(BigDecimal amount, String currency) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    /**
     * A moment, as the clock of a place shows it.
     *
     * @param plain whether the clock showed that only once, so that it means this moment without its offset
     */
    record Moment(OffsetDateTime time, boolean plain) implements Cell {}
}
