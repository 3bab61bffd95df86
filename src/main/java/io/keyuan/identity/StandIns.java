package io.keyuan.identity;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who is away, and who does their work meanwhile. Says it of the current caller's company, whoever asks. */
public interface StandIns {

    /** Those who are away on a day, each with whom they named; empty where they named nobody. */
    Map<UUID, Optional<UUID>> away(LocalDate day);

    /**
     * Who does somebody's work on a day.
     *
     * @return the person where they are there; else the first who is, of their stand-in, that one's and so on; empty where
     *     the line ends or comes back to somebody who is away
     */
    Optional<UUID> present(UUID person, LocalDate day);
}
