package io.keyuan.rights;

import io.keyuan.rights.Known.Allowed;
import io.keyuan.rights.Known.Away;
import io.keyuan.rights.Known.Range;
import io.keyuan.rights.Known.Role;
import io.keyuan.rights.Known.Rule;
import io.keyuan.rights.Known.Share;
import io.keyuan.rights.Known.Somebody;
import io.keyuan.rights.Known.Thing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of who may see and do what, in loops over everything: slow, and so plain that it can be compared with the words
 * of the guide. It shares no line with the program.
 */
final class Reference {

    private static final List<String> GENEROSITY = List.of("hidden", "masked", "read", "write");

    private final Known known;

    Reference(Known known) {
        this.known = known;
    }

    /** The roles one was given; whoever was given none has the initial one. */
    List<Role> roles(Somebody person) {
        List<Role> roles = new ArrayList<>();
        for (String role : person.roles.isEmpty() ? Set.of(known.initialRole) : person.roles) {
            roles.add(Objects.requireNonNull(known.roles.get(role)));
        }
        return roles;
    }

    private List<Allowed> allowed(Somebody person, Kind kind) {
        List<Allowed> allowed = new ArrayList<>();
        for (Role role : roles(person)) {
            Allowed some = role.allowed().get(kind);
            if (some != null) {
                allowed.add(some);
            }
        }
        return allowed;
    }

    boolean may(Somebody person, Kind kind, String right) {
        for (Allowed allowed : allowed(person, kind)) {
            if (allowed.rights().contains(right)) {
                return true;
            }
        }
        return false;
    }

    /** What one may do with the values of an attribute by the most generous of the roles that show the object. */
    String attribute(Somebody person, Kind kind, String attribute) {
        String most = "hidden";
        for (Allowed allowed : allowed(person, kind)) {
            String right = allowed.attributes().getOrDefault(attribute, "write");
            if (allowed.rights().contains("read") && GENEROSITY.indexOf(right) > GENEROSITY.indexOf(most)) {
                most = right;
            }
        }
        return most;
    }

    boolean reads(Somebody person, Kind kind, String attribute) {
        return GENEROSITY.indexOf(attribute(person, kind, attribute)) >= GENEROSITY.indexOf("read");
    }

    /** What may be changed may be seen. */
    private List<Range> ranges(Somebody person, Kind kind, boolean looking) {
        List<Range> ranges = new ArrayList<>();
        for (Allowed allowed : allowed(person, kind)) {
            ranges.add(allowed.write());
            if (looking) {
                ranges.add(allowed.read());
            }
        }
        return ranges;
    }

    private boolean names(Somebody person, Kind kind, boolean looking, String scope) {
        for (Range range : ranges(person, kind, looking)) {
            if (range.scopes().contains(scope)) {
                return true;
            }
        }
        return false;
    }

    boolean reachesAll(Somebody person, Kind kind, String right) {
        return may(person, kind, right) && names(person, kind, right.equals("read"), "all");
    }

    boolean sees(Somebody person, Thing thing) {
        return !thing.deleted && reaches(person, thing, "read");
    }

    boolean reaches(Somebody person, Thing thing, String right) {
        boolean looking = right.equals("read");
        if (!may(person, thing.kind, right)) {
            return false;
        }
        if (names(person, thing.kind, looking, "all")) {
            return true;
        }
        Set<String> owners = owners(person, thing.kind, looking);
        if (thing.owner != null && owners.contains(thing.owner)) {
            return true;
        }
        Thing customer = thing.customer;
        if (looking && customer != null && customer.owner != null && owners.contains(customer.owner)) {
            return true;
        }
        if (right.equals("delete") || right.equals("assign")) {
            return false;
        }
        boolean collaborating = names(person, thing.kind, looking, "collaborator");
        if (isGiven(person, thing, collaborating, !looking, false)) {
            return true;
        }
        return looking && customer != null && may(person, Kind.CUSTOMER, "read") && isGiven(person, customer, collaborating, false, true);
    }

    /** Whether one may give the record to others: not by having been given it. */
    boolean mayGive(Somebody person, Thing thing) {
        return may(person, thing.kind, "edit")
                && (names(person, thing.kind, false, "all") || thing.owner != null && owners(person, thing.kind, false).contains(thing.owner));
    }

    private Set<String> owners(Somebody person, Kind kind, boolean looking) {
        Set<String> owners = new HashSet<>();
        for (Range range : ranges(person, kind, looking)) {
            for (Somebody other : known.people.values()) {
                if (isWithin(person, other, range)) {
                    owners.add(other.id);
                }
            }
        }
        return owners;
    }

    private boolean isWithin(Somebody person, Somebody other, Range range) {
        Set<String> scopes = range.scopes();
        return scopes.contains("own") && (person == other || standsInFor(person, other))
                || scopes.contains("reports") && reports(other, person)
                || scopes.contains("department") && share(person.departments, other.departments)
                || scopes.contains("departmentAndBelow") && isBelowOne(other, person.departments)
                || scopes.contains("departments") && isBelowOne(other, range.departments());
    }

    private static boolean share(Set<String> some, Set<String> others) {
        for (String each : some) {
            if (others.contains(each)) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody works in one of these departments or below. */
    private boolean isBelowOne(Somebody other, Set<String> departments) {
        for (String own : other.departments) {
            if (share(withAbove(own), departments)) {
                return true;
            }
        }
        return false;
    }

    private Set<String> withAbove(String department) {
        Set<String> all = new HashSet<>();
        for (@Nullable String at = department; at != null; at = known.departmentAbove.get(at)) {
            all.add(at);
        }
        return all;
    }

    private boolean reports(Somebody other, Somebody boss) {
        for (@Nullable String at = other.manager; at != null; at = known.person(at).manager) {
            if (at.equals(boss.id)) {
                return true;
            }
        }
        return false;
    }

    /** Today, and by way of a stand-in who is away as well. */
    private boolean standsInFor(Somebody person, Somebody absent) {
        Away absence = absence(absent.id);
        Set<String> asked = new HashSet<>();
        while (absence != null && absence.standIn() != null && asked.add(absence.standIn())) {
            Away next = absence(absence.standIn());
            if (next == null) {
                return absence.standIn().equals(person.id);
            }
            absence = next;
        }
        return false;
    }

    private @Nullable Away absence(String person) {
        for (Away away : known.away) {
            boolean today = !known.today.isBefore(away.from()) && !known.today.isAfter(away.until());
            if (away.person().equals(person) && today) {
                return away;
            }
        }
        return null;
    }

    /** To oneself, to one's teams, to one's departments and all above them; by somebody or by a rule. */
    private boolean isGiven(Somebody person, Thing thing, boolean collaborating, boolean editing, boolean along) {
        Set<String> principals = principals(person);
        for (Share share : known.shares) {
            if (share.record().equals(thing.id) && principals.contains(share.principal()) && !share.ended()
                    && (collaborating || !share.collaborator()) && (share.editing() || !editing) && (share.along() || !along)) {
                return true;
            }
        }
        for (Rule rule : known.rules) {
            if (rule.active() && rule.kind() == thing.kind && share(rule.targets(), principals)
                    && rule.value().equals(thing.text(rule.attribute())) && (rule.editing() || !editing) && (rule.along() || !along)) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody, or a group that somebody is in, is among these. */
    boolean isNamed(Somebody person, Set<String> principals) {
        return share(principals, principals(person));
    }

    private Set<String> principals(Somebody person) {
        Set<String> principals = new HashSet<>(person.teams);
        principals.add(person.id);
        for (String department : person.departments) {
            principals.addAll(withAbove(department));
        }
        return principals;
    }
}
