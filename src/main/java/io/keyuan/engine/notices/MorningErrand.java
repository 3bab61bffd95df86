package io.keyuan.engine.notices;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Reminder;
import io.keyuan.engine.TenantSettings;
import io.keyuan.engine.jobs.Errand;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has people reminded of what is due, company by company when its morning has come, on whichever node. */
@Component
class MorningErrand implements Errand {

    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private final NoticePositions positions;
    private final ObjectProvider<Reminder> reminders;
    private final TenantSettings settings;
    private final TransactionTemplate transaction;

    MorningErrand(NoticePositions positions, ObjectProvider<Reminder> reminders, TenantSettings settings, TransactionTemplate transaction) {
        this.positions = positions;
        this.reminders = reminders;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "reminders of the morning";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void run(BooleanSupplier stopping) {
        // Somewhere on earth it is tomorrow already.
        LocalDate latest = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        for (UUID tenant : positions.remindedBefore(latest)) {
            if (!stopping.getAsBoolean()) {
                as(tenant, () -> {
                    ZonedDateTime now = ZonedDateTime.now(settings.zone());
                    if (!now.toLocalTime().isBefore(MORNING)) {
                        remind(now.toLocalDate());
                    }
                });
            }
        }
    }

    private static void as(UUID tenant, Runnable work) {
        Caller.nobodyOf(tenant).unbounded().run(work);
    }

    /** Once for each day, for the current caller's company. */
    void remind(LocalDate today) {
        transaction.executeWithoutResult(status -> {
            LocalDate last = positions.lockBefore(today);
            if (last != null) {
                reminders.forEach(reminder -> reminder.remind(last, today));
                positions.remindedOn(today);
            }
        });
    }
}
