package io.keyuan.engine.numbering;

import io.keyuan.engine.BadValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a number is written: {@code KH-{yyyy}{mm}-{0000}}. Parts of the date are as long in every number and the counter is the only part that grows, so that two
 * counts of a period never read the same.
 */
final class NumberFormat {

    private static final int LONGEST = 40;
    private static final Pattern PART = Pattern.compile("\\{(yyyy|yy|mm|dd|0{1,12})}|[\\p{L}\\p{N}._/#-]");

    private final String text;
    private final List<String> parts;

    private NumberFormat(String text, List<String> parts) {
        this.text = text;
        this.parts = parts;
    }

    /** @throws BadValue where it has other parts, or not exactly one counter */
    static NumberFormat of(String text) throws BadValue {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(text);
        int at = 0;
        while (at < text.length() && part.find(at) && part.start() == at) {
            parts.add(part.group());
            at = part.end();
        }
        if (at < text.length() || text.length() > LONGEST || parts.stream().filter(NumberFormat::isCounter).count() != 1) {
            throw new BadValue("bad-number-format");
        }
        return new NumberFormat(text, parts);
    }

    private static boolean isCounter(String part) {
        return part.startsWith("{0");
    }

    String text() {
        return text;
    }

    String number(LocalDate day, long counter) {
        StringBuilder number = new StringBuilder();
        parts.forEach(part -> number.append(switch (part) {
            case "{yyyy}" -> "%04d".formatted(day.getYear());
            case "{yy}" -> "%02d".formatted(day.getYear() % 100);
            case "{mm}" -> "%02d".formatted(day.getMonthValue());
            case "{dd}" -> "%02d".formatted(day.getDayOfMonth());
            default -> isCounter(part) ? ("%0" + (part.length() - 2) + "d").formatted(counter) : part;
        }));
        return number.toString();
    }

    /** Whether numbers of different periods differ even where the count is the same. */
    boolean tells(Restart restart) {
        boolean year = parts.contains("{yyyy}") || parts.contains("{yy}");
        boolean month = year && parts.contains("{mm}");
        return switch (restart) {
            case NEVER -> true;
            case YEARLY -> year;
            case MONTHLY -> month;
            case DAILY -> month && parts.contains("{dd}");
        };
    }
}
