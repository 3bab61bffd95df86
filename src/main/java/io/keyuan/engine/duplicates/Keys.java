package io.keyuan.engine.duplicates;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Under what a record is looked up to find those like it: two that are about the same have one of these in common, two that are not hardly
 * ever. Each is a number of 64 bits; that two texts become one number by chance costs a comparison and nothing else.
 *
 * <p>What is missing in a name is found by the name without one of its first characters, and by its beginning with its place: a mistake is
 * either in the one or in the other. Names in letters are long enough to be found by their first seven alone. What has changed places is
 * found by its letters in alphabetical order.
 */
final class Keys {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    /** Characters of a name of which one may be missing or wrong. */
    private static final int MISTYPED = 4;
    private static final int LEAST_HAN = 3;
    private static final int LEAST_LETTERS = 5;
    private static final int BEGINNING_HAN = 2;
    private static final int BEGINNING_LETTERS = 8;
    /** One less, for an umlaut that is written with two letters. */
    private static final int START_LETTERS = BEGINNING_LETTERS - 1;

    private final Set<Long> keys = new LinkedHashSet<>();

    private Keys() {}

    static Set<Long> of(Profile profile) {
        var keys = new Keys();
        if (!profile.registered().isEmpty()) {
            keys.add("code", profile.registered());
        }
        profile.phones().values().forEach(phone -> keys.add("phone", phone.tail()));
        profile.mailboxes().values().forEach(mailbox -> keys.add("mail", mailbox.address()));
        profile.codes().values().forEach(code -> keys.add("code", code));
        if (profile.organisation() != null) {
            keys.organisation(profile.organisation(), profile);
        } else if (profile.person() != null) {
            keys.person(profile.person(), profile);
        }
        return keys.keys;
    }

    private void organisation(OrganisationName name, Profile profile) {
        Units core = name.core();
        if (core.isEmpty()) {
            return;
        }
        add("name", core.typed());
        boolean han = core.isHan();
        if (core.size() > (han ? LEAST_HAN - 1 : LEAST_LETTERS)) {
            for (int i = 0; i < Math.min(han ? MISTYPED : BEGINNING_LETTERS, core.size()); i++) {
                add("name", core.typedWithout(i));
            }
        }
        if (core.size() >= (han ? LEAST_HAN + 1 : BEGINNING_LETTERS)) {
            add("start", han ? core.firstTyped(BEGINNING_HAN) + place(name, profile) : core.asTyped().firstTyped(START_LETTERS));
        }
        // In whichever order, be it of words or of two characters, the place's among them.
        add("letters", Units.ordered(name.whole().typed()));
    }

    /** The narrowest place it names, or where it is. */
    private static String place(OrganisationName name, Profile profile) {
        return name.places().stream().filter(place -> place.width() == 2).map(Places.Place::name).sorted().findFirst()
                .orElseGet(() -> profile.near().values().stream().map(Keys::town).findFirst().orElse(""));
    }

    private static String town(Profile.Surrounding near) {
        Places.Found found = Places.at(near.normal(), 0);
        return found == null ? near.normal() : found.place().name();
    }

    private void person(PersonName name, Profile profile) {
        if (name.isEmpty()) {
            return;
        }
        String letters = name.letters();
        profile.within().forEach((attribute, within) -> {
            String where = where(within);
            add("person", letters + ' ' + where);
            if (within.reference() || within.text() != null) {
                add("within", where);
            }
        });
        profile.shared().values().forEach(phone -> add("person", letters + ' ' + phone.tail()));
    }

    private static String where(Profile.Surrounding within) {
        return within.text() == null || within.text().isEmpty() ? within.normal() : within.text().core().typed();
    }

    private void add(String kind, String text) {
        keys.add(hash(kind + ':' + text));
    }

    /** FNV-1a, the last bits mixed once more: kept in the database, so it stays as it is. */
    private static long hash(String text) {
        long hash = OFFSET;
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * PRIME;
        }
        hash ^= hash >>> 32;
        hash *= 0x9E3779B97F4A7C15L;
        return hash ^ hash >>> 29;
    }
}
