package io.keyuan.mail;

import java.util.Locale;

/**
 * Somebody of the company who can be written to.
 *
 * @param language in which they want to be told
 */
public record Addressee(Mailbox mailbox, Locale language) {}
