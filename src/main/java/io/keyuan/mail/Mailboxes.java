package io.keyuan.mail;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Knows how the people of the {@linkplain io.keyuan.engine.Caller#current() current caller's} company are written to. */
public interface Mailboxes {

    /** Whoever has no address or may not sign in is not among them. */
    Map<UUID, Addressee> of(Set<UUID> people);
}
