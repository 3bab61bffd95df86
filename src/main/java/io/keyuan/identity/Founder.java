package io.keyuan.identity;

import io.keyuan.engine.Caller;
import java.util.Optional;

/** Acts for the first administrator of the company this installation began with: for work that nobody asks for by a request. */
@FunctionalInterface
public interface Founder {

    /** @return empty where they may no longer sign in */
    Optional<Caller> caller();
}
