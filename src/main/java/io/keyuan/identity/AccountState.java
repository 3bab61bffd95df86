package io.keyuan.identity;

/** Whether a person can sign in. */
public enum AccountState {
    UNINVITED,
    ACTIVE,
    DISABLED,
    /** Of a program: it has tokens, and nobody signs in with it. */
    SERVICE
}
