package io.keyuan.identity.company;

import io.keyuan.engine.TenantSettings;
import io.keyuan.identity.WorkingTime;
import io.keyuan.identity.WorkingTimes;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Working time from a company's settings and its holidays of the years around now. */
@Component
class SettledWorkingTimes implements WorkingTimes {

    private static final int YEARS = 3;

    private final CompanyStore store;
    private final Holidays holidays;
    private final TenantSettings settings;

    SettledWorkingTimes(CompanyStore store, Holidays holidays, TenantSettings settings) {
        this.store = store;
        this.holidays = holidays;
        this.settings = settings;
    }

    @Override
    public WorkingTime current() {
        LocalDate today = LocalDate.now(settings.zone());
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        holidays.between(today.minusYears(YEARS), today.plusYears(YEARS)).forEach(each -> exceptions.put(each.day(), each.worked()));
        return new WorkingTime(store.get().workingHours().spans(), exceptions, settings.zone());
    }
}
