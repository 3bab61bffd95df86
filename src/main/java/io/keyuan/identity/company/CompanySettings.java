package io.keyuan.identity.company;

import io.keyuan.engine.Languages;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a company has settled.
 *
 * @param fiscalYearStart the month its years begin with, 1 to 12
 * @param languages those people are offered, as {@link Locale#toLanguageTag()} writes them; never empty
 * @param defaultLanguage of whoever has chosen none; null for the one their browser asks for
 * @param numberFormat one of {@link #NUMBER_FORMATS}
 * @param dateFormat one of {@link #DATE_FORMATS}
 */
public record CompanySettings(
        int fiscalYearStart,
        List<String> languages,
        @Nullable String defaultLanguage,
        String numberFormat,
        String dateFormat,
        Week workingHours,
        Letterhead letterhead) {

    /** Of the reader's language, or always with these signs: {@code 1,234.5}, {@code 1.234,5}, {@code 1 234,5}. */
    public static final Set<String> NUMBER_FORMATS = Set.of("language", "commaPoint", "pointComma", "spaceComma");

    /** Of the reader's language, or always {@code 2026-11-28}, {@code 2026/11/28}, {@code 28/11/2026}, {@code 11/28/2026}, {@code 28.11.2026}. */
    public static final Set<String> DATE_FORMATS = Set.of("language", "iso", "yearFirst", "dayFirst", "monthFirst", "dots");

    private static final List<Hours> OFFICE = List.of(new Hours("09:00", "12:00"), new Hours("13:00", "18:00"));

    /** Five days from nine to six with an hour at noon. */
    public static final CompanySettings INITIAL = new CompanySettings(
            1,
            allLanguages(),
            null,
            "language",
            "language",
            new Week(Map.of(
                    DayOfWeek.MONDAY, OFFICE, DayOfWeek.TUESDAY, OFFICE, DayOfWeek.WEDNESDAY, OFFICE,
                    DayOfWeek.THURSDAY, OFFICE, DayOfWeek.FRIDAY, OFFICE)),
            new Letterhead(null, null, null, null, null, false));

    static List<String> allLanguages() {
        return Languages.all().stream().map(Locale::toLanguageTag).toList();
    }

    /** What stands on the company's papers; what is null is not said. */
    public record Letterhead(
            @Nullable String legalName,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String taxNumber,
            @Nullable String bank,
            boolean logo) {}

    /** @param from as {@code 09:00}; {@code to} may be {@code 24:00} */
    public record Hours(String from, String to) {}
}
