package io.keyuan.engine.timeline;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Who is named in a text: {@code @[id]} stands for a person, whatever they are called when it is read. */
final class NamedPeople {

    private static final Pattern NAMED = Pattern.compile("@\\[([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})]");

    private NamedPeople() {}

    /** The text with nobody named in it. */
    static String without(String body) {
        return NAMED.matcher(body).replaceAll(" ");
    }

    static Set<UUID> in(String body) {
        Set<UUID> people = new LinkedHashSet<>();
        NAMED.matcher(body).results().forEach(found -> people.add(UUID.fromString(found.group(1))));
        return people;
    }
}
