package io.keyuan.identity.account;

import java.util.UUID;

/** Somebody of the current caller's company is reached elsewhere from now on. Published in the transaction that changes it. */
public record MailAddressChanged(UUID person, String old) {

    @Override
    public String toString() {
        return "MailAddressChanged";
    }
}
