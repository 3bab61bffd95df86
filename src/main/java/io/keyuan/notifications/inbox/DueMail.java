package io.keyuan.notifications.inbox;

/** Brings to people by mail what they are to be told so. */
public interface DueMail {

    /** Looks for what is due as soon as the current transaction has committed. */
    void soon();
}
