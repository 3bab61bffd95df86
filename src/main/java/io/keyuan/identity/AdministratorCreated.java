package io.keyuan.identity;

import org.jspecify.annotations.Nullable;

/**
 * The program has made its first tenant and somebody who may everything in it. Published once, after the commit.
 *
 * @param oneTimePassword to be shown once; null where whoever started the program chose the password
 */
public record AdministratorCreated(String login, @Nullable String oneTimePassword) {

    /** The password is for one pair of eyes, not for a log. */
    @Override
    public String toString() {
        return "AdministratorCreated[" + login + "]";
    }
}
