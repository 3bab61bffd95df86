package io.keyuan.identity;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The roles of the {@linkplain io.keyuan.engine.Caller#current() current caller's} company, known by their codes: the words
 * of ready-made roles, such as {@code sales-manager}, and the ids of those the company made. Whether somebody is an
 * administrator stands with the person.
 */
public interface PeopleRoles {

    List<String> codes();

    boolean isThere(UUID role);

    /** Gives somebody these roles and no others. Codes that mean nothing are passed over. */
    void give(UUID person, Set<String> codes);
}
