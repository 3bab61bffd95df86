package io.keyuan.engine;

import java.time.LocalDate;

/** Reminds people of what is due, by {@link Notices}. Asked once a day for each company, in its morning, under a caller who sees everything. */
public interface Reminder {

    /**
     * @param last the day on which people were reminded before; the program may not have run since
     * @param today by the company's time zone
     */
    void remind(LocalDate last, LocalDate today);
}
