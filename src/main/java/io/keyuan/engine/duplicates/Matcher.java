package io.keyuan.engine.duplicates;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.duplicates.Match.Because;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells how likely two records are about the same. Names of organisations decide much by themselves; those of people only where
 * something beside them agrees, since there are many of one name.
 */
final class Matcher {

    private final Profile one;
    private final Profile other;
    private final Likeness name;
    private final List<Because> reasons = new ArrayList<>();

    private Matcher(Profile one, Profile other) {
        this.one = one;
        this.other = other;
        this.name = likeness(one, other);
    }

    static Match compare(Profile one, Profile other) {
        return new Matcher(one, other).match();
    }

    private static Likeness likeness(Profile one, Profile other) {
        if (one.organisation() != null && other.organisation() != null) {
            return one.organisation().likeness(other.organisation());
        }
        return one.person() != null && other.person() != null ? one.person().likeness(other.person()) : Likeness.NONE;
    }

    private Match match() {
        Evidence evidence = evidence();
        OrganisationName mine = one.organisation();
        OrganisationName theirs = other.organisation();
        int score = mine != null && theirs != null
                ? ofOrganisations(evidence, !mine.places().isEmpty() && !theirs.places().isEmpty())
                : ofPeople(evidence);
        if (name.value() > 0) {
            reasons.add(new Because(name.reason(), null));
        }
        reasons.sort(Comparator.comparing(because -> because.reason()));
        return new Match(score, List.copyOf(reasons));
    }

    /**
     * What agrees and what does not, beside the name.
     *
     * @param exact how much what hardly two have counts: 2 where it is theirs alone, 1 where several may have it, 0 for none
     */
    private record Evidence(boolean registered, boolean otherCode, int exact, boolean otherExact, boolean within, boolean otherWithin, boolean otherNear) {}

    private Evidence evidence() {
        boolean codes = !one.registered().isEmpty() && !other.registered().isEmpty();
        boolean registered = codes && one.registered().equals(other.registered());
        if (registered) {
            because(Reason.SAME_CODE, one.register());
        }
        int exact = Math.max(phones(one.phones(), other), Math.max(mailboxes(), others()));
        int shared = exact > 0 ? 0 : Math.max(phones(one.shared(), other), 0) > 0 ? 1 : 0;
        boolean otherExact = exact == 0 && isOtherwise();
        boolean within = agrees(one.within(), other.within(), true);
        boolean otherWithin = !within && differs(one.within(), other.within());
        boolean otherNear = !agrees(one.near(), other.near(), false) && differs(one.near(), other.near());
        if (codes && !registered) {
            because(Reason.OTHER_CODE, one.register());
        }
        if (otherNear) {
            because(Reason.OTHER_NEAR, one.near().keySet().iterator().next());
        }
        return new Evidence(registered, codes && !registered, Math.max(exact, shared), otherExact, within, otherWithin, otherNear);
    }

    private int phones(Map<Attribute<?>, Phone> mine, Profile theirs) {
        int found = 0;
        for (var each : mine.entrySet()) {
            boolean alone = mine.equals(one.phones()) && theirs.phones().values().stream().anyMatch(each.getValue()::isSame);
            boolean together = alone || theirs.shared().values().stream().anyMatch(each.getValue()::isSame)
                    || theirs.phones().values().stream().anyMatch(phone -> each.getValue().isSame(phone) || each.getValue().isSameLocally(phone));
            if (together) {
                because(alone ? Reason.SAME_NUMBER : Reason.SHARED_NUMBER, each.getKey());
                found = Math.max(found, alone ? 2 : 1);
            }
        }
        return found;
    }

    private int mailboxes() {
        int found = 0;
        for (var each : one.mailboxes().entrySet()) {
            if (other.mailboxes().containsValue(each.getValue())) {
                because(Reason.SAME_ADDRESS, each.getKey());
                found = Math.max(found, each.getValue().everybodys() && one.person() != null ? 1 : 2);
            }
        }
        return found;
    }

    private int others() {
        int found = 0;
        for (var each : one.codes().entrySet()) {
            if (each.getValue().equals(other.codes().get(each.getKey()))) {
                because(Reason.SAME_CODE, each.getKey());
                found = 2;
            }
        }
        return found;
    }

    /** Whether both have numbers or addresses of one kind, and no two of them are the same. */
    private boolean isOtherwise() {
        return !one.phones().isEmpty() && !other.phones().isEmpty() || !one.mailboxes().isEmpty() && !other.mailboxes().isEmpty();
    }

    private boolean agrees(Map<Attribute<?>, Profile.Surrounding> mine, Map<Attribute<?>, Profile.Surrounding> theirs, boolean told) {
        boolean found = false;
        for (var each : mine.entrySet()) {
            Profile.Surrounding there = theirs.get(each.getKey());
            if (there != null && each.getValue().isSame(there)) {
                found = true;
                if (told) {
                    because(Reason.SAME_WITHIN, each.getKey());
                }
            }
        }
        return found;
    }

    private static boolean differs(Map<Attribute<?>, Profile.Surrounding> mine, Map<Attribute<?>, Profile.Surrounding> theirs) {
        return mine.entrySet().stream().anyMatch(each -> {
            Profile.Surrounding there = theirs.get(each.getKey());
            return there != null && !each.getValue().isSame(there);
        });
    }

    private void because(Reason reason, @Nullable Attribute<?> attribute) {
        reasons.add(new Because(reason, attribute));
    }

    private int ofOrganisations(Evidence evidence, boolean located) {
        if (evidence.registered()) {
            return name.apart() ? 95 : 100;
        }
        if (evidence.otherCode()) {
            return Math.min(45, name.value());
        }
        if (evidence.exact() == 2) {
            return name.apart() ? 50 : name.value() >= 60 ? Math.max(96, name.value()) : 72;
        }
        if (name.apart()) {
            return evidence.exact() == 1 ? 45 : 35;
        }
        if (evidence.exact() == 1 || evidence.within()) {
            return name.value() >= 60 ? Math.max(92, name.value()) : evidence.exact() == 1 ? 50 : 30;
        }
        return alone(evidence, located);
    }

    /**
     * Where nothing but the name speaks for it, what speaks against it weighs.
     *
     * @param located whether the names themselves say where the two are
     */
    private int alone(Evidence evidence, boolean located) {
        int against = evidence.otherNear() && !located ? 35 : 0;
        int exactly = name.value() >= 95 ? 0 : evidence.otherExact() ? 4 : 0;
        return Math.max(0, name.value() - against - exactly);
    }

    private int ofPeople(Evidence evidence) {
        int value = name.value();
        if (evidence.exact() == 2) {
            return value >= 80 ? 98 : value >= 50 ? 92 : 72;
        }
        if (evidence.exact() == 1 || evidence.within()) {
            int likely = value >= 94 ? 90 : value >= 80 ? 82 : value >= 60 ? 71 : Math.min(40, value);
            return evidence.otherExact() && likely >= 60 ? likely - (value >= 94 ? 16 : 22) : likely;
        }
        if (value == 0) {
            return 0;
        }
        boolean against = evidence.otherExact() || evidence.otherWithin() || evidence.otherNear();
        return against ? Math.min(30, value) : Math.min(60, value * 6 / 10);
    }
}
