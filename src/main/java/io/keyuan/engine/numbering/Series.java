package io.keyuan.engine.numbering;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The numbers of one object.
 *
 * @param version grows with every change of how they are, not with every number
 * @param active whether new records get one by themselves
 * @param byHand whether people, files and programs may give one
 * @param next the next count, from 1
 * @param day the latest day a number was given
 */
record Series(long version, boolean active, NumberFormat format, Restart restart, boolean byHand, long next, LocalDate day) {

    /** Some numbers, and what is left. */
    record Taken(Series left, List<String> numbers) {}

    /**
     * Takes the next ones out.
     *
     * @param today where the company is; a clock that is behind another's goes by the day that one has reached
     */
    Taken take(LocalDate today, int count) {
        LocalDate reached = today.isAfter(day) ? today : day;
        long first = restart.isBetween(day, reached) ? 1 : next;
        Series left = new Series(version, active, format, restart, byHand, first + count, reached);
        return new Taken(left, LongStream.range(first, first + count).mapToObj(counter -> format.number(reached, counter)).toList());
    }
}
