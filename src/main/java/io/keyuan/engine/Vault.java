package io.keyuan.engine;

import java.util.Optional;

/**
 * Seals what the program must be able to read again, but what nobody is to read in its database or in a backup of it: passwords
 * for other systems, keys of second factors. The key lies outside the database.
 */
public interface Vault {

    /**
     * @param place what the secret belongs to, such as {@code mail/<tenant>}: sealed for one place it opens in no other
     * @return letters, digits and punctuation only; never the same twice
     */
    String seal(String secret, String place);

    /** @return empty where it was sealed with another key or for another place, or is damaged */
    Optional<String> open(String sealed, String place);
}
