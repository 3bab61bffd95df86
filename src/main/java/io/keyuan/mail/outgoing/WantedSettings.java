package io.keyuan.mail.outgoing;

import org.jspecify.annotations.Nullable;

/**
 * Mail settings as administrators send them; what is null is not there.
 *
 * @param password null to keep the one there is, empty for none
 * @param publicAddress null for the address under which the administrator sees the console
 */
record WantedSettings(
        @Nullable String host, @Nullable Integer port, @Nullable String security, @Nullable String user, @Nullable String password,
        @Nullable String fromAddress, @Nullable String fromName, @Nullable String replyTo, @Nullable String publicAddress) {

    @Override
    public String toString() {
        return "WantedSettings";
    }
}
