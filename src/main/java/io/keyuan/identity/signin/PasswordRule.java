package io.keyuan.identity.signin;

import java.util.UUID;

/** Whether somebody may sign in with a password, or has to by what their company uses instead. */
@FunctionalInterface
public interface PasswordRule {

    boolean allows(UUID tenant, UUID person);
}
