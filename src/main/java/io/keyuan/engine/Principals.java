package io.keyuan.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Those to whom records can be given: people, and groups of them. */
public interface Principals {

    /**
     * Somebody or some people.
     *
     * @param kind the name in code of the object that is a record of
     */
    record Principal(String kind, UUID id, String title) {}

    /** The kinds there are, the most usual first. */
    Set<String> kinds();

    /** @return those of these that are there */
    Map<UUID, Principal> of(String kind, Set<UUID> ids);

    /** The person, and every group the person is in, and those above it: whatever is given to one of them is given to the person. */
    Set<UUID> including(UUID person);

    /** Who is meant by one of them: the person, or everybody in the group and in those below it. */
    Set<UUID> people(UUID principal);

    /** @return those of these that are there, whatever their kind */
    Map<UUID, Principal> of(Set<UUID> ids);

    /** What somebody is called in every installation: people by what they sign in with, groups by their name. */
    record Known(String kind, String name) {}

    /** @return those of these that are there */
    Map<UUID, Known> known(Set<UUID> ids);

    /** Those who are called so: of people at most one, of groups perhaps several. */
    List<UUID> named(String kind, String name);
}
