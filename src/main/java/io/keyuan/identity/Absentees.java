package io.keyuan.identity;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who is away on a day, and who does their work then: the one place that follows a line of stand-ins.
 *
 * @param standIns those who are away, each with whom they named; empty where they named nobody
 */
public record Absentees(Map<UUID, Optional<UUID>> standIns) {

    public Absentees {
        standIns = Map.copyOf(standIns);
    }

    /**
     * Who does somebody's work.
     *
     * @return the person where they are there; else the first who is, of their stand-in, that one's and so on; empty where
     *     the line ends or comes back to somebody who is away
     */
    public Optional<UUID> present(UUID person) {
        Set<UUID> asked = new HashSet<>();
        Optional<UUID> next = Optional.of(person);
        while (next.isPresent() && standIns.containsKey(next.get())) {
            next = asked.add(next.get()) ? standIns.getOrDefault(next.get(), Optional.empty()) : Optional.empty();
        }
        return next;
    }

    /** The absent people whose work somebody does; nobody does any who is away. */
    public Set<UUID> actedForBy(UUID person) {
        return standIns.keySet().stream()
                .filter(absent -> present(absent).filter(person::equals).isPresent())
                .collect(Collectors.toSet());
    }
}
