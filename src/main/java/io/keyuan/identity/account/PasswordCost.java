package io.keyuan.identity.account;

/**
 * What it costs to try a password, with one lane. A hash says what its own was, so it may change.
 *
 * @param kibibytes of memory
 * @param passes over it
 */
public record PasswordCost(int kibibytes, int passes) {

    /** 19 MiB and two passes, as the OWASP Password Storage Cheat Sheet asks for. */
    public static final PasswordCost RECOMMENDED = new PasswordCost(19 * 1024, 2);
}
