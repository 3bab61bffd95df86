package io.keyuan.identity;

/** Whether a person can sign in. */
public enum AccountState {
    UNINVITED,
    ACTIVE,
    DISABLED
}
