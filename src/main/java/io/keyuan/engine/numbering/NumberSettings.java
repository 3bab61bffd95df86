package io.keyuan.engine.numbering;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.BadValue;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the records of an object are numbered, for whoever sets it up: read, and put in place of what was said. Who may do so is asked before. */
@Service
public class NumberSettings {

    /** Where nobody has said anything. */
    private static final String BEGINS_WITH = "{yyyy}{mm}-{0000}";

    private static final long LARGEST = 999_999_999_999L;

    private final SeriesTable table;
    private final Numbers numbers;
    private final AuditTrail trail;

    NumberSettings(SeriesTable table, Numbers numbers, AuditTrail trail) {
        this.table = table;
        this.numbers = numbers;
        this.trail = trail;
    }

    /**
     * How numbers are to be.
     *
     * @param format text with {@code {yyyy}}, {@code {yy}}, {@code {mm}}, {@code {dd}} and one counter such as {@code {0000}}
     * @param byHand whether people, files and programs may give one
     * @param next the next count; null to go on where it is
     */
    public record Wanted(boolean active, @Nullable String format, @Nullable String restart, boolean byHand, @Nullable Long next) {}

    /**
     * How they are.
     *
     * @param version 0 where nobody has said anything
     * @param next the count that the next record gets
     * @param preview what the next ones read like if they come today
     */
    public record Settings(long version, boolean active, String format, String restart, boolean byHand, long next, List<String> preview) {}

    /** Of every object that is numbered, by its name in code. */
    Map<String, Series> all() {
        return table.all();
    }

    public Settings read(ObjectType type) {
        return shown(table.all().get(type.name()));
    }

    Settings shown(@Nullable Series series) {
        Series known = series == null ? new Series(0, false, format(BEGINS_WITH), Restart.MONTHLY, true, 1, numbers.today()) : series;
        Series.Taken coming = known.take(numbers.today(), 3);
        return new Settings(
                known.version(), known.active(), known.format().text(), known.restart().code(), known.byHand(), coming.left().next() - 3, coming.numbers());
    }

    private static NumberFormat format(String text) {
        try {
            return NumberFormat.of(text);
        } catch (BadValue bad) {
            throw new IllegalArgumentException(text, bad);
        }
    }

    /** @throws Problem with everything that is wrong, or {@link ProblemKind#STALE} where somebody else has said something meanwhile */
    @Transactional
    public Settings replace(ObjectType type, long version, Wanted wanted) {
        Series before = table.lock(type);
        if ((before == null ? 0 : before.version()) != version) {
            throw Problem.of(ProblemKind.STALE, Fault.whole("stale"));
        }
        Series after = read(before, wanted);
        table.put(type, after);
        numbers.changed();
        trail.keep(new AuditEvent("numbering-changed", type.name(), null, Map.of(
                "active", after.active(), "format", after.format().text(), "restart", after.restart().code(), "byHand", after.byHand(), "next", after.next())));
        return shown(after);
    }

    private Series read(@Nullable Series before, Wanted wanted) {
        List<Fault> faults = new ArrayList<>();
        @Nullable NumberFormat format = null;
        try {
            format = NumberFormat.of(wanted.format() == null ? "" : wanted.format().strip());
        } catch (BadValue bad) {
            faults.add(Fault.at("format", bad.code()));
        }
        Restart restart = Restart.of(wanted.restart());
        if (restart == null) {
            faults.add(Fault.at("restart", wanted.restart() == null ? "required" : "not-choice"));
        } else if (format != null && !format.tells(restart)) {
            faults.add(Fault.at("format", "numbers-alike"));
        }
        if (wanted.next() != null && (wanted.next() < 1 || wanted.next() > LARGEST)) {
            faults.add(Fault.at("next", "not-number"));
        }
        if (!faults.isEmpty()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, faults.toArray(Fault[]::new));
        }
        Series known = before == null ? null : before.take(numbers.today(), 0).left();
        long next = wanted.next() != null ? wanted.next() : known == null ? 1 : known.next();
        return new Series(
                known == null ? 1 : known.version() + 1, wanted.active(), Objects.requireNonNull(format), Objects.requireNonNull(restart), wanted.byHand(), next,
                known == null ? numbers.today() : known.day());
    }
}
