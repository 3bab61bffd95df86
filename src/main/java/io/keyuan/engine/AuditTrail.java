package io.keyuan.engine;

/** Keeps what must be provable: who signed in, read what is sensitive, took data out, changed rights. */
public interface AuditTrail {

    /**
     * Keeps what the {@linkplain Caller#current() current caller} did: in the current transaction where there is one, so that
     * it is told if and only if it happened.
     */
    void keep(AuditEvent event);
}
