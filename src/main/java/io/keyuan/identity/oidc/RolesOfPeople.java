package io.keyuan.identity.oidc;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The roles of a company, and who has which; all that signing in by a provider needs to know of them. */
interface RolesOfPeople {

    /** The codes of the current caller's company's roles. */
    List<String> codes();

    /** Gives a person these roles and no others; a company's last administrator stays one. */
    void set(UUID person, Set<String> roles);
}
