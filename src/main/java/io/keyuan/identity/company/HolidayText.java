package io.keyuan.identity.company;

import io.keyuan.engine.BadValue;
import io.keyuan.engine.Fault;
import io.keyuan.engine.TextType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads days as people paste them from a table or a letter: one on a line, the day first, then its name and, for a day that
 * is worked, a word that says so. Cells are parted by tabs, commas or semicolons; a line whose first cell is no day at all is
 * taken for a heading where it is the first.
 */
final class HolidayText {

    static final int MOST_LINES = 1_000;
    static final int LONGEST_NAME = 100;

    private static final Pattern CELLS = Pattern.compile("[\\t,;，；]");
    private static final Pattern DAY = Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Set<String> WORKED = Set.of(
            "上班", "调休", "调休上班", "补班", "工作日", "班", "補班", "調休", "調休上班", "補行上班", "上班日", "workday", "working day", "work", "worked", "yes", "true", "1", "是");

    /**
     * What a text says.
     *
     * @param faults by {@code line[3]}, counted from one
     */
    record Read(List<Holiday> days, List<Fault> faults) {}

    private final Map<LocalDate, Holiday> days = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private HolidayText() {}

    static Read read(String text) {
        var reading = new HolidayText();
        List<String> lines = text.lines().toList();
        if (lines.size() > MOST_LINES) {
            return new Read(List.of(), List.of(Fault.at("text", "too-many-rows", MOST_LINES)));
        }
        for (int i = 0; i < lines.size(); i++) {
            reading.line(lines.get(i).strip(), i + 1);
        }
        return new Read(List.copyOf(reading.days.values()), List.copyOf(reading.faults));
    }

    private void line(String line, int number) {
        String[] cells = CELLS.split(line, -1);
        String first = cell(cells, 0);
        if (line.isEmpty() || number == 1 && first.codePoints().noneMatch(Character::isDigit)) {
            return;
        }
        LocalDate day = day(first);
        if (day == null) {
            faults.add(Fault.at("line[" + number + "]", "not-date"));
            return;
        }
        try {
            String name = name(cell(cells, 1), first);
            days.put(day, new Holiday(day, name, isWorked(cell(cells, 2)) || isWorked(name)));
        } catch (BadValue bad) {
            faults.add(new Fault("line[" + number + "]", bad.code(), bad.args()));
        }
    }

    private static String name(String given, String day) throws BadValue {
        return TextType.lines(given.isEmpty() ? day : given, LONGEST_NAME);
    }

    private static String cell(String[] cells, int at) {
        String cell = at < cells.length ? cells[at].strip() : "";
        return cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"") ? cell.substring(1, cell.length() - 1).strip() : cell;
    }

    private static boolean isWorked(String word) {
        return WORKED.contains(word.toLowerCase(Locale.ROOT)) || word.contains("上班") || word.contains("补班") || word.contains("補班");
    }

    private static @Nullable LocalDate day(String text) {
        Matcher written = DAY.matcher(text);
        Matcher compact = COMPACT.matcher(text);
        Matcher found = written.matches() ? written : compact.matches() ? compact : null;
        try {
            return found == null ? null : LocalDate.of(number(found, 1), number(found, 2), number(found, 3));
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
