package io.keyuan.identity;

import java.time.LocalDate;

/** Who is away, and who does their work meanwhile. Says it of the current caller's company, whoever asks. */
@FunctionalInterface
public interface StandIns {

    /** @param day today or a day to come: absences that are over are not looked at */
    Absentees away(LocalDate day);
}
