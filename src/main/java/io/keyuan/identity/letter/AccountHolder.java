package io.keyuan.identity.letter;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody an account belongs to.
 *
 * @param email null where nobody knows it
 * @param language of their choice; null where they have made none
 */
public record AccountHolder(
        UUID id, String name, @Nullable String login, @Nullable String email, @Nullable String phone, boolean administrator,
        @Nullable Locale language) {

    /** The same, reached at another address. */
    AccountHolder at(String address) {
        return new AccountHolder(id, name, login, address, phone, administrator, language);
    }

    /** Names and addresses belong in no log. */
    @Override
    public String toString() {
        return "AccountHolder[" + id + "]";
    }
}
