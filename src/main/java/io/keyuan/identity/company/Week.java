package io.keyuan.identity.company;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keyuan.identity.WorkingTime;
import io.keyuan.identity.company.CompanySettings.Hours;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The hours of each weekday as people write them; free where there are none. */
public record Week(Map<DayOfWeek, List<Hours>> days) {

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)|24:00");
    private static final int MOST_A_DAY = 6;

    /** @param named by the names of the days in English, such as {@code monday} */
    @JsonCreator
    static Week named(Map<String, List<Hours>> named) {
        Map<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
        named.forEach((name, hours) -> days.put(DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT)), List.copyOf(hours)));
        return new Week(days);
    }

    /** Every day of the week, Monday first. */
    @JsonValue
    Map<String, List<Hours>> named() {
        Map<String, List<Hours>> named = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            named.put(name(day), days.getOrDefault(day, List.of()));
        }
        return named;
    }

    static String name(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    /** The days whose hours are none: no times, backwards, out of order or over one another. */
    List<DayOfWeek> wrong() {
        return days.entrySet().stream().filter(each -> spans(each.getValue()).isEmpty()).map(Map.Entry::getKey).sorted().toList();
    }

    /** @throws IllegalStateException where some are {@link #wrong} */
    Map<DayOfWeek, List<WorkingTime.Span>> spans() {
        Map<DayOfWeek, List<WorkingTime.Span>> spans = new EnumMap<>(DayOfWeek.class);
        days.forEach((day, hours) -> spans.put(day, spans(hours).orElseThrow(() -> new IllegalStateException(day + " " + hours))));
        return spans;
    }

    private static Optional<List<WorkingTime.Span>> spans(List<Hours> hours) {
        List<WorkingTime.Span> spans = new ArrayList<>();
        int free = 0;
        for (Hours each : hours) {
            int from = minute(each.from());
            int to = minute(each.to());
            if (from < free || to <= from || spans.size() == MOST_A_DAY) {
                return Optional.empty();
            }
            spans.add(new WorkingTime.Span(from, to));
            free = to;
        }
        return Optional.of(spans);
    }

    /** @return -1 where it is no time; never more than a day has */
    private static int minute(@Nullable String time) {
        if (time == null || !TIME.matcher(time).matches()) {
            return -1;
        }
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }
}
