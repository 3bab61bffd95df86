package io.keyuan.engine;

/** Keeps what must be provable: who signed in, read what is sensitive, took data out, changed rights. */
public interface AuditTrail {

    /** The attribute of a request that says with which token it was made, a UUID; none where it was made by a person. */
    String TOKEN = "io.keyuan.engine.AuditTrail.token";

    /**
     * Keeps what the {@linkplain Caller#current() current caller} did: in the current transaction where there is one, so that
     * it is told if and only if it happened. Where somebody looks with another's eyes it was them, and the trail says with whose.
     */
    void keep(AuditEvent event);

    /**
     * Keeps what happens too often for a transaction of its own, such as reading: written with others within a fifth of a
     * second, whatever becomes of the current transaction. Nothing is thrown away when much comes at once: whoever comes then
     * waits. A program that stops writes what waits first. One that is killed loses what it took up in that fifth of a second,
     * though it may have answered already; what must not be lost is {@linkplain #keep kept} at once.
     */
    void keepLater(AuditEvent event);

    /**
     * Keeps as {@link #keepLater} what somebody was told of records, once within an hour: records of which the trail says the same of
     * the same person from the same address already are left out, and with them an event that would say nothing else.
     */
    void keepLook(AuditEvent event);
}
