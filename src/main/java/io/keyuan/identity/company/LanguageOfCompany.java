package io.keyuan.identity.company;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Languages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Speaks to people who have chosen no language as their browser asks, and where it asks for none, as their company has settled. */
@Component
public class LanguageOfCompany {


    private final CompanyStore companies;

    LanguageOfCompany(CompanyStore companies) {
        this.companies = companies;
    }

    /** For whoever asks for something of this company; English where neither they nor the company say anything. */
    public Locale of(UUID tenant, HttpServletRequest request) {
        Locale settled = settled(tenant);
        return Languages.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), settled == null ? Languages.ENGLISH : settled);
    }

    /** @return null where the company has settled none */
    public @Nullable Locale settled(UUID tenant) {
        String tag = Caller.nobodyOf(tenant).get(() -> companies.get().defaultLanguage());
        return tag == null ? null : Locale.forLanguageTag(tag);
    }
}
