package io.keyuan.identity.company;

import io.keyuan.engine.BadValue;
import io.keyuan.engine.Fault;
import io.keyuan.engine.TextType;
import io.keyuan.identity.company.CompanySettings.Letterhead;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants settled otherwise; what is null stays as it is.
 *
 * @param defaultLanguage empty for the one a browser asks for
 */
public record WantedSettings(
        @Nullable Integer fiscalYearStart,
        @Nullable List<@Nullable String> languages,
        @Nullable String defaultLanguage,
        @Nullable String numberFormat,
        @Nullable String dateFormat,
        @Nullable Week workingHours,
        @Nullable Wording letterhead) {

    private static final int MONTHS = 12;
    private static final int LONGEST = 200;
    private static final int LONGEST_ADDRESS = 1_000;

    /** Empty for what shall not be said any more. */
    public record Wording(
            @Nullable String legalName, @Nullable String address, @Nullable String phone, @Nullable String taxNumber, @Nullable String bank) {}

    /** @param faults gets everything that is wrong */
    public CompanySettings applied(CompanySettings old, List<Fault> faults) {
        List<String> offered = languages == null ? old.languages() : languages(languages, faults);
        return new CompanySettings(
                kept(fiscalYearStart, old.fiscalYearStart(), month -> month >= 1 && month <= MONTHS, "fiscalYearStart", faults),
                offered,
                language(old, offered, faults),
                kept(numberFormat, old.numberFormat(), CompanySettings.NUMBER_FORMATS::contains, "numberFormat", faults),
                kept(dateFormat, old.dateFormat(), CompanySettings.DATE_FORMATS::contains, "dateFormat", faults),
                week(old.workingHours(), faults),
                letterhead(old.letterhead(), faults));
    }

    private static <T> T kept(@Nullable T wanted, T old, Predicate<T> good, String name, List<Fault> faults) {
        if (wanted != null && !good.test(wanted)) {
            faults.add(Fault.at(name, "not-choice"));
        }
        return wanted == null ? old : wanted;
    }

    /** In the order in which people are offered them, whatever the order they were given in. */
    private static List<String> languages(List<@Nullable String> wanted, List<Fault> faults) {
        List<String> all = CompanySettings.allLanguages();
        if (wanted.isEmpty()) {
            faults.add(Fault.at("languages", "required"));
        } else if (!all.containsAll(wanted.stream().map(String::valueOf).toList())) {
            faults.add(Fault.at("languages", "not-choice"));
        }
        return all.stream().filter(wanted::contains).toList();
    }

    private @Nullable String language(CompanySettings old, List<String> offered, List<Fault> faults) {
        String wanted = defaultLanguage == null ? old.defaultLanguage() : defaultLanguage;
        if (wanted == null || wanted.isEmpty()) {
            return null;
        }
        if (!offered.contains(wanted)) {
            faults.add(Fault.at("defaultLanguage", "not-offered"));
        }
        return wanted;
    }

    private Week week(Week old, List<Fault> faults) {
        if (workingHours == null) {
            return old;
        }
        workingHours.wrong().forEach(day -> faults.add(Fault.at("workingHours." + Week.name(day), "not-hours")));
        return workingHours;
    }

    private Letterhead letterhead(Letterhead old, List<Fault> faults) {
        return letterhead == null ? old : new Letterhead(
                text(letterhead.legalName(), old.legalName(), "legalName", LONGEST, faults),
                text(letterhead.address(), old.address(), "address", LONGEST_ADDRESS, faults),
                text(letterhead.phone(), old.phone(), "phone", LONGEST, faults),
                text(letterhead.taxNumber(), old.taxNumber(), "taxNumber", LONGEST, faults),
                text(letterhead.bank(), old.bank(), "bank", LONGEST_ADDRESS, faults),
                old.logo());
    }

    private static @Nullable String text(@Nullable String wanted, @Nullable String old, String name, int longest, List<Fault> faults) {
        try {
            return wanted == null ? old : wanted.isBlank() ? null : TextType.lines(wanted, longest);
        } catch (BadValue bad) {
            faults.add(new Fault("letterhead." + name, bad.code(), bad.args()));
            return old;
        }
    }
}
