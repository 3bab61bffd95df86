package io.keyuan.identity;

import java.util.UUID;

/** Lets people of the current caller's company in. */
@FunctionalInterface
public interface Invites {

    /**
     * Lets somebody in with a new password, whoever knew an old one out.
     *
     * @return the password, good until they choose one
     * @throws io.keyuan.engine.Problem where they have no login
     */
    String invite(UUID person);
}
