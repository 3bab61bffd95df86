package io.keyuan.engine;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the current caller's tenant has settled. */
public interface TenantSettings {

    ZoneId zone();

    /** ISO 4217. */
    String baseCurrency();

    /** How its people read and write. */
    default Conventions conventions() {
        return Conventions.USUAL;
    }

    /**
     * What a company is used to.
     *
     * @param fiscalYearStart the month its years begin with, 1 to 12
     * @param languages those people are offered, as {@link Locale#toLanguageTag()} writes them
     * @param defaultLanguage of whoever has chosen none; null for the one their browser asks for
     * @param numberFormat a code the console knows; {@code language} for that of the reader's language
     * @param dateFormat the same for dates
     */
    record Conventions(
            int fiscalYearStart, List<String> languages, @Nullable String defaultLanguage, String numberFormat, String dateFormat) {

        static final Conventions USUAL =
                new Conventions(1, Languages.all().stream().map(Locale::toLanguageTag).toList(), null, "language", "language");
    }
}
