package io.keyuan.browser;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finding a record by whatever one remembers of it. */
class SearchWalkTest {

    private static final SampleCompany COMPANY = SampleCompany.get();

    @RegisterExtension
    final Visits visits = new Visits();

    @ParameterizedTest
    @CsvSource({
        "精密模具, 苏州恒泰精密模具厂",
        "htjmmj, 苏州恒泰精密模具厂",
        "hanse opt, Hanse Optik GmbH",
        "6253, 陈思远",
        "csy, 陈思远",
    })
    void theSearchBoxFindsByAPartOfTheNameByInitialsAndByTheEndOfAPhoneNumber(String words, String title) {
        Visit visit = visits.by(COMPANY.lin()).open("/");

        visit.search(words).filter(new Locator.FilterOptions().setHas(visit.titled(title))).first().click();

        visit.seesHeading(title);
    }
}
