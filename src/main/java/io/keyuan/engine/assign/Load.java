package io.keyuan.engine.assign;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How many open records of an object people have, with what they have got meanwhile. */
final class Load {

    private final Map<UUID, Long> counted = new HashMap<>();
    private final Map<UUID, Long> got = new HashMap<>();

    boolean knows(Set<UUID> people) {
        return counted.keySet().containsAll(people);
    }

    /** @param stored how many they have as it is stored; who is not in it has none */
    void learn(Set<UUID> people, Map<UUID, Long> stored) {
        people.forEach(person -> counted.putIfAbsent(person, stored.getOrDefault(person, 0L)));
    }

    long of(UUID person) {
        return counted.getOrDefault(person, 0L) + got.getOrDefault(person, 0L);
    }

    void add(UUID person) {
        got.merge(person, 1L, Long::sum);
    }

    /** One of theirs is being given away, and counts no more. */
    void remove(UUID person) {
        got.merge(person, -1L, Long::sum);
    }
}
