package io.keyuan.identity.company;

import io.keyuan.engine.BadValue;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.TextType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The company's holidays, and the days worked for them: everybody reads them, administrators keep them. */
@RestController
@RequestMapping("/api/v1/settings/holidays")
class HolidayController {

    private static final int MOST_DAYS = 1_000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private final Holidays holidays;
    private final TransactionTemplate transaction;

    HolidayController(Holidays holidays, TransactionTemplate transaction) {
        this.holidays = holidays;
        this.transaction = transaction;
    }

    record Given(@Nullable String day, @Nullable String name, @Nullable Boolean worked) {}

    record Days(@Nullable List<@Nullable Given> days) {}

    record Pasted(@Nullable String text) {}

    record Chosen(@Nullable String calendar) {}

    @GetMapping
    Map<String, Object> list(@RequestParam(required = false) @Nullable String year) {
        Year of = year == null ? Year.now(Clock.systemUTC()) : year(year);
        List<Map<String, Object>> offered = OfferedHolidays.of(of).stream().map(OfferedHolidays::shown).toList();
        return Map.of("year", of.getValue(), "items", holidays.of(of), "offered", offered);
    }

    private static Year year(String text) {
        int number = text.matches("\\d{4}") ? Integer.parseInt(text) : 0;
        if (number < FIRST_YEAR || number > LAST_YEAR) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("year", "not-year"));
        }
        return Year.of(number);
    }

    /** Days that are there already become what they are told now. */
    @PostMapping
    Map<String, Object> put(@RequestBody Days body) {
        requireRight();
        List<Fault> faults = new ArrayList<>();
        List<Holiday> days = new ArrayList<>();
        List<@Nullable Given> given = body.days() == null ? List.of() : body.days();
        if (given.isEmpty() || given.size() > MOST_DAYS) {
            faults.add(given.isEmpty() ? Fault.at("days", "required") : Fault.at("days", "too-many-rows", MOST_DAYS));
        }
        for (int i = 0; i < Math.min(given.size(), MOST_DAYS); i++) {
            read(given.get(i), "days[" + i + "]", days, faults);
        }
        return stored(days, faults);
    }

    private static void read(@Nullable Given given, String path, List<Holiday> days, List<Fault> faults) {
        try {
            LocalDate day = LocalDate.parse(given == null || given.day() == null ? "" : given.day());
            String name = given == null || given.name() == null ? "" : TextType.lines(given.name(), HolidayText.LONGEST_NAME);
            year(Integer.toString(day.getYear()));
            if (name.isBlank()) {
                faults.add(Fault.at(path + ".name", "required"));
            } else {
                days.add(new Holiday(day, name, given != null && Boolean.TRUE.equals(given.worked())));
            }
        } catch (DateTimeException | Problem noDay) {
            faults.add(Fault.at(path + ".day", "not-date"));
        } catch (BadValue bad) {
            faults.add(new Fault(path + ".name", bad.code(), bad.args()));
        }
    }

    /** From a table or a letter: nothing is taken over where a line cannot be read. */
    @PostMapping("/paste")
    Map<String, Object> paste(@RequestBody Pasted body) {
        requireRight();
        HolidayText.Read read = HolidayText.read(body.text() == null ? "" : body.text());
        List<Fault> faults = new ArrayList<>(read.faults());
        if (read.days().isEmpty() && faults.isEmpty()) {
            faults.add(Fault.at("text", "required"));
        }
        return stored(read.days(), faults);
    }

    /** One of the calendars that are ready. */
    @PostMapping("/adopt")
    Map<String, Object> adopt(@RequestBody Chosen body) {
        requireRight();
        List<Fault> faults = new ArrayList<>();
        var calendar = OfferedHolidays.find(String.valueOf(body.calendar()));
        if (calendar.isEmpty()) {
            faults.add(Fault.at("calendar", "not-choice"));
        }
        return stored(calendar.map(OfferedHolidays.Calendar::days).orElse(List.of()), faults);
    }

    private Map<String, Object> stored(List<Holiday> days, List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, faults.toArray(Fault[]::new));
        }
        // The same day named twice is what it was named last.
        Map<LocalDate, Holiday> byDay = new LinkedHashMap<>();
        days.forEach(day -> byDay.put(day.day(), day));
        transaction.executeWithoutResult(status -> holidays.put(byDay.values()));
        return Map.of("saved", byDay.size());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@RequestParam String day) {
        requireRight();
        LocalDate read;
        try {
            read = LocalDate.parse(day);
        } catch (DateTimeException noDay) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("day", "not-date"));
        }
        if (!holidays.remove(read)) {
            throw Problem.notFound();
        }
    }

    private static void requireRight() {
        if (!Caller.current().administers()) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-edit"));
        }
    }
}
