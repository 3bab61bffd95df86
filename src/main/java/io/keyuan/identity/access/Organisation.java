package io.keyuan.identity.access;

import io.keyuan.identity.Absentees;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The people of a company and how they stand to each other, as far as rights follow from it. Whoever left is part of it as
 * long as records are theirs.
 */
final class Organisation {

    private final Map<UUID, Member> members;
    private final Map<UUID, UUID> departmentAbove;
    private final Map<UUID, Set<UUID>> teams;
    private final List<Away> away;
    private final Map<UUID, Set<UUID>> departmentsBelow = new HashMap<>();
    private final Map<UUID, Set<UUID>> reportsOf = new HashMap<>();
    private final Map<UUID, Set<UUID>> peopleOf = new HashMap<>();
    private final Map<Sight, Set<UUID>> seen = new ConcurrentHashMap<>();

    /** @param departments the main one and the further ones */
    record Member(UUID person, @Nullable UUID manager, Set<UUID> departments) {}

    /** Somebody is away from one day to another, both included, and somebody else may act for them. */
    record Away(UUID person, LocalDate from, LocalDate until, @Nullable UUID standIn) {

        boolean isOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /** What is asked again and again: whose records somebody reaches with a range on a day. */
    private record Sight(UUID person, Range range, LocalDate day) {}

    /**
     * @param departmentAbove the department above each that has one
     * @param teams of each person that is in some
     */
    Organisation(Collection<Member> members, Map<UUID, UUID> departmentAbove, Map<UUID, Set<UUID>> teams, List<Away> away) {
        this.members = members.stream().collect(Collectors.toMap(Member::person, member -> member));
        this.departmentAbove = Map.copyOf(departmentAbove);
        this.teams = Map.copyOf(teams);
        this.away = List.copyOf(away);
        departmentAbove.forEach((department, above) -> departmentsBelow.computeIfAbsent(above, any -> new HashSet<>()).add(department));
        for (Member member : members) {
            if (member.manager() != null) {
                reportsOf.computeIfAbsent(member.manager(), any -> new HashSet<>()).add(member.person());
            }
            member.departments().forEach(department -> peopleOf.computeIfAbsent(department, any -> new HashSet<>()).add(member.person()));
        }
    }

    /** Whose records somebody reaches; {@link Scope#ALL} and {@link Scope#COLLABORATOR} say nothing of people. */
    Set<UUID> people(UUID person, Range range, LocalDate day) {
        return seen.computeIfAbsent(new Sight(person, range, day), sight -> Set.copyOf(find(sight)));
    }

    private Set<UUID> find(Sight sight) {
        Set<UUID> people = new HashSet<>();
        for (Scope scope : sight.range().scopes()) {
            people.addAll(switch (scope) {
                case OWN -> own(sight.person(), sight.day());
                case REPORTS -> reports(sight.person());
                case DEPARTMENT -> peopleIn(departments(sight.person()));
                case DEPARTMENT_AND_BELOW -> peopleIn(withBelow(departments(sight.person())));
                case DEPARTMENTS -> peopleIn(withBelow(sight.range().departments()));
                case COLLABORATOR, ALL -> Set.of();
            });
        }
        return people;
    }

    private Set<UUID> own(UUID person, LocalDate day) {
        Set<UUID> own = new HashSet<>(standsInFor(person, day));
        own.add(person);
        return own;
    }

    /** The absent people somebody acts for; where the stand-in is away too, it is the stand-in's. */
    Set<UUID> standsInFor(UUID person, LocalDate day) {
        return away(day).actedForBy(person);
    }

    /** Nobody is away twice on one day; should they be all the same, the absence that began first counts. */
    Absentees away(LocalDate day) {
        return new Absentees(away.stream()
                .filter(absence -> absence.isOn(day))
                .sorted(Comparator.comparing(Away::from))
                .collect(Collectors.toMap(Away::person, absence -> Optional.ofNullable(absence.standIn()), (first, second) -> first)));
    }

    /**
     * Everybody whose chain of managers leads here, however long, without the person; a circle ends where it began. Whoever was
     * deleted is among them, and so is who reports to them: what they own is still the care of whoever was above them.
     */
    Set<UUID> reports(UUID person) {
        Set<UUID> found = reached(Set.of(person), reportsOf);
        found.remove(person);
        return found;
    }

    Set<UUID> departments(UUID person) {
        Member member = members.get(person);
        return member == null ? Set.of() : member.departments();
    }

    Set<UUID> teams(UUID person) {
        return teams.getOrDefault(person, Set.of());
    }

    /** To whom something is given that reaches a person: themselves, their teams, their departments and all above those. */
    Set<UUID> principals(UUID person) {
        Set<UUID> principals = new HashSet<>(teams(person));
        principals.add(person);
        for (UUID department : departments(person)) {
            UUID at = department;
            while (at != null && principals.add(at)) {
                at = departmentAbove.get(at);
            }
        }
        return principals;
    }

    /** Whom something reaches that is given to a principal. */
    Set<UUID> meant(UUID principal) {
        return members.keySet().stream().filter(person -> principals(person).contains(principal)).collect(Collectors.toSet());
    }

    Set<UUID> withBelow(Set<UUID> departments) {
        return reached(departments, departmentsBelow);
    }

    private Set<UUID> peopleIn(Set<UUID> departments) {
        Set<UUID> people = new HashSet<>();
        departments.forEach(department -> people.addAll(peopleOf.getOrDefault(department, Set.of())));
        return people;
    }

    private static Set<UUID> reached(Set<UUID> from, Map<UUID, Set<UUID>> next) {
        Set<UUID> found = new HashSet<>(from);
        Deque<UUID> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (UUID each : next.getOrDefault(open.pop(), Set.of())) {
                if (found.add(each)) {
                    open.push(each);
                }
            }
        }
        return found;
    }
}
