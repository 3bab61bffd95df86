package io.keyuan.engine.imports;

import java.util.Optional;
import java.util.UUID;

/** Ids as text. */
final class Uuids {

    private static final int LENGTH = 36;

    private Uuids() {}

    /** @return empty where it is none; the shortened forms Java takes are nobody's id */
    static Optional<UUID> read(String text) {
        try {
            return text.length() == LENGTH ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
