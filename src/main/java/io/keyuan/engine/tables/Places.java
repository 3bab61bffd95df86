package io.keyuan.engine.tables;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where in a row of cells stands what an entry of an address book or a calendar is made of.
 *
 * @param fields by what it is; below nought where a row does not have it
 * @param id of the record in this program
 * @param externalId its key in the system it came from
 * @param updatedAt when it was changed last
 */
public record Places<F extends Enum<F>>(Map<F, Integer> fields, int id, int externalId, int updatedAt) {

    /** As other programs write it; empty where there is nothing, or only a part may be seen. */
    String text(List<Cell> cells, F field) {
        return text(cells, fields.getOrDefault(field, -1));
    }

    private static String text(List<Cell> cells, int at) {
        return switch (at < 0 ? Cell.EMPTY : cells.get(at)) {
            case Cell.Text(String text) -> text;
            case Cell.Masked hidden -> "";
            case Cell.Figure(var number) -> number.toPlainString();
            case Cell.Amount(var amount, String currency) -> currency + " " + amount.toPlainString();
            case Cell.Day(var day) -> day.toString();
            case Cell.Moment(var time, boolean plain) -> time.toString();
        };
    }

    @Nullable Instant moment(List<Cell> cells, F field) {
        return moment(cells, fields.getOrDefault(field, -1));
    }

    private static @Nullable Instant moment(List<Cell> cells, int at) {
        return at >= 0 && cells.get(at) instanceof Cell.Moment moment ? moment.time().toInstant() : null;
    }

    String id(List<Cell> cells) {
        return text(cells, id);
    }

    /** By which other programs know the entry again: the key it came with, or else its own. */
    String uid(List<Cell> cells) {
        String external = text(cells, externalId);
        return external.isEmpty() ? "urn:uuid:" + id(cells) : external;
    }

    @Nullable Instant updatedAt(List<Cell> cells) {
        return moment(cells, updatedAt);
    }
}
