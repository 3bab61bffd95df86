package io.keyuan.engine.assign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Who gets what is fair, however the records come and whoever is away. */
class DistributionPropertyTest {

    private static List<UUID> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> new UUID(i + 1, i)).toList();
    }

    private static Map<UUID, UUID> takers(List<UUID> people, Set<Integer> away) {
        Map<UUID, UUID> takers = new HashMap<>();
        IntStream.range(0, people.size()).filter(i -> !away.contains(i)).forEach(i -> takers.put(people.get(i), people.get(i)));
        return takers;
    }

    private static Load load(List<UUID> people, List<Integer> has) {
        Load load = new Load();
        Map<UUID, Long> stored = new HashMap<>();
        IntStream.range(0, people.size()).forEach(i -> stored.put(people.get(i), i < has.size() ? has.get(i) : 0L));
        load.learn(new HashSet<>(people), stored);
        return load;
    }

    @Property
    void inTurnNobodyEverGetsTwoMoreThanAnother(
            @ForAll @IntRange(min = 1, max = 12) int count,
            @ForAll @Size(max = 12) Set<@IntRange(min = 0, max = 11) Integer> away,
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 30) Integer> batches) {
        List<UUID> people = people(count);
        Map<UUID, UUID> takers = takers(people, away);
        Map<UUID, Integer> got = new LinkedHashMap<>();
        takers.keySet().forEach(person -> got.put(person, 0));
        Turn turn = Turn.FIRST;
        for (int size : batches) {
            // Each batch begins where the one before has ended, as batches of several writers do.
            var distribution = new Distribution(people, takers, new Load(), null, turn);
            for (int i = 0; i < size; i++) {
                UUID person = distribution.inTurn();
                if (takers.isEmpty()) {
                    assertThat(person).isNull();
                } else {
                    got.merge(Objects.requireNonNull(person), 1, Integer::sum);
                }
            }
            turn = distribution.turn();
        }
        if (!got.isEmpty()) {
            assertThat(got.values().stream().mapToInt(each -> each).max().orElseThrow() - got.values().stream().mapToInt(each -> each).min().orElseThrow())
                    .isLessThanOrEqualTo(1);
        }
    }

    @Property
    void batchesMakeNoDifferenceToTurns(
            @ForAll @IntRange(min = 1, max = 9) int count, @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 15) Integer> batches) {
        List<UUID> people = people(count);
        Map<UUID, UUID> takers = takers(people, Set.of());
        List<@Nullable UUID> apart = new ArrayList<>();
        Turn turn = Turn.FIRST;
        for (int size : batches) {
            var distribution = new Distribution(people, takers, new Load(), null, turn);
            IntStream.range(0, size).forEach(i -> apart.add(distribution.inTurn()));
            turn = distribution.turn();
        }
        var whole = new Distribution(people, takers, new Load(), null, Turn.FIRST);
        List<@Nullable UUID> together = new ArrayList<>();
        apart.forEach(any -> together.add(whole.inTurn()));

        assertThat(apart).isEqualTo(together);
    }

    @Property
    void whoeverHasLeastGetsTheNext(
            @ForAll @Size(min = 1, max = 10) List<@IntRange(min = 0, max = 20) Integer> has, @ForAll @IntRange(min = 0, max = 60) int records) {
        List<UUID> people = people(has.size());
        Load load = load(people, has);
        var distribution = new Distribution(people, takers(people, Set.of()), load, null, Turn.FIRST);
        for (int i = 0; i < records; i++) {
            long least = people.stream().mapToLong(load::of).min().orElseThrow();
            UUID person = Objects.requireNonNull(distribution.leastLoaded());
            assertThat(load.of(person)).as("had the least before it got one").isEqualTo(least + 1);
        }
        assertThat(people.stream().mapToLong(load::of).sum()).isEqualTo(has.stream().mapToInt(each -> each).sum() + records);
    }

    @Property
    void nobodyGetsMoreThanTheyMayHave(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 9) Integer> has,
            @ForAll @IntRange(min = 1, max = 8) int most,
            @ForAll @IntRange(min = 0, max = 80) int records,
            @ForAll boolean inTurn) {
        List<UUID> people = people(has.size());
        Load load = load(people, has);
        var distribution = new Distribution(people, takers(people, Set.of()), load, most, Turn.FIRST);
        int room = has.stream().mapToInt(each -> Math.max(0, most - each)).sum();
        int given = 0;
        for (int i = 0; i < records; i++) {
            given += (inTurn ? distribution.inTurn() : distribution.leastLoaded()) == null ? 0 : 1;
        }
        assertThat(given).isEqualTo(Math.min(room, records));
        for (int i = 0; i < people.size(); i++) {
            assertThat(load.of(people.get(i))).isLessThanOrEqualTo(Math.max(most, has.get(i)));
        }
    }

    @Property
    void whatIsMeantForWhoIsAwayGoesToTheStandIn(@ForAll @IntRange(min = 2, max = 8) int count, @ForAll @IntRange(min = 0, max = 7) int away) {
        List<UUID> people = people(count);
        UUID absent = people.get(away % count);
        UUID standIn = people.get((away + 1) % count);
        Map<UUID, UUID> takers = takers(people, Set.of());
        takers.put(absent, standIn);
        var distribution = new Distribution(people, takers, new Load(), null, Turn.FIRST);
        Map<UUID, Integer> got = new HashMap<>();
        IntStream.range(0, count).forEach(i -> got.merge(Objects.requireNonNull(distribution.inTurn()), 1, Integer::sum));

        assertThat(got).doesNotContainKey(absent).containsEntry(standIn, 2);
    }

    @Property
    void whoLeavesLosesNobodyATurn(@ForAll @IntRange(min = 2, max = 8) int count, @ForAll @IntRange(min = 1, max = 8) int taken) {
        List<UUID> people = people(count);
        var before = new Distribution(people, takers(people, Set.of()), new Load(), null, Turn.FIRST);
        IntStream.range(0, taken).forEach(i -> before.inTurn());
        UUID last = Objects.requireNonNull(before.turn().last());
        UUID following = people.get((people.indexOf(last) + 1) % count);
        List<UUID> left = people.stream().filter(person -> !person.equals(last)).toList();
        var after = new Distribution(left, takers(left, Set.of()), new Load(), null, before.turn());

        assertThat(after.inTurn()).isEqualTo(following);
    }
}
