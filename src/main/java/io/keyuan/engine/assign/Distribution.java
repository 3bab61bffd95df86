package io.keyuan.engine.assign;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Deals records out among people, one after the other, as one rule says. It knows nobody but them: who is away and how much
 * everybody has is given to it.
 */
final class Distribution {

    private final List<UUID> people;
    private final Map<UUID, UUID> takers;
    private final Load load;
    private final @Nullable Integer mostOpen;
    private Turn turn;

    /**
     * @param people in their order, none twice
     * @param takers who takes what each of them gets; whoever is left out gets nothing
     * @param load how much the takers have; grows with what they get
     */
    Distribution(List<UUID> people, Map<UUID, UUID> takers, Load load, @Nullable Integer mostOpen, Turn turn) {
        this.people = List.copyOf(people);
        this.takers = Map.copyOf(takers);
        this.load = load;
        this.mostOpen = mostOpen;
        this.turn = turn;
    }

    Turn turn() {
        return turn;
    }

    /** @return who takes the next one; null where nobody may */
    @Nullable UUID inTurn() {
        int first = next();
        for (int i = 0; i < people.size(); i++) {
            int place = (first + i) % people.size();
            if (isFree(people.get(place))) {
                return give(place);
            }
        }
        return null;
    }

    /** Of several who have the same the one whose turn it is. */
    @Nullable UUID leastLoaded() {
        int first = next();
        int best = -1;
        for (int i = 0; i < people.size(); i++) {
            int place = (first + i) % people.size();
            if (isFree(people.get(place)) && (best < 0 || load(place) < load(best))) {
                best = place;
            }
        }
        return best < 0 ? null : give(best);
    }

    /** @param person who is named for the value of the record; null for nobody */
    @Nullable UUID named(@Nullable UUID person) {
        UUID taker = person == null || !isFree(person) ? null : takers.get(person);
        if (taker != null) {
            load.add(taker);
        }
        return taker;
    }

    /** Whoever comes after the last one; where that one has left, whoever has moved up to their place. */
    private int next() {
        int last = turn.last() == null ? -1 : people.indexOf(turn.last());
        int next = last >= 0 ? last + 1 : turn.last() == null ? 0 : turn.place();
        return people.isEmpty() ? 0 : next % people.size();
    }

    private boolean isFree(UUID person) {
        UUID taker = takers.get(person);
        return taker != null && (mostOpen == null || load.of(taker) < mostOpen);
    }

    private long load(int place) {
        UUID taker = takers.get(people.get(place));
        return taker == null ? Long.MAX_VALUE : load.of(taker);
    }

    private @Nullable UUID give(int place) {
        UUID person = people.get(place);
        turn = new Turn(person, place);
        UUID taker = takers.get(person);
        if (taker != null) {
            load.add(taker);
        }
        return taker;
    }
}
