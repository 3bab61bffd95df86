package io.keyuan.engine.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** SHA-256 over values, each written so that no two different rows of values are the same bytes. */
final class Digest {

    static final int BYTES = 32;

    private static final byte NONE = 0;
    private static final byte SOME = 1;

    private final MessageDigest sha;

    Digest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    Digest add(@Nullable UUID id) {
        if (id == null) {
            sha.update(NONE);
        } else {
            sha.update(ByteBuffer.allocate(17).put(SOME).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).flip());
        }
        return this;
    }

    Digest add(UUID @Nullable [] ids) {
        add(ids == null ? -1 : ids.length);
        if (ids != null) {
            for (UUID id : ids) {
                add(id);
            }
        }
        return this;
    }

    Digest add(long number) {
        sha.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
        return this;
    }

    Digest add(@Nullable Long number) {
        sha.update(number == null ? NONE : SOME);
        return number == null ? this : add(number.longValue());
    }

    Digest add(@Nullable String text) {
        if (text == null) {
            sha.update(NONE);
        } else {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            sha.update(SOME);
            add((long) bytes.length);
            sha.update(bytes);
        }
        return this;
    }

    /** As exactly as the database keeps it. */
    Digest add(OffsetDateTime time) {
        return add(ChronoUnit.MICROS.between(Instant.EPOCH, time.toInstant()));
    }

    /** @param hash of 32 bytes; another length is told apart as well */
    Digest add(byte[] hash) {
        add((long) hash.length);
        sha.update(hash);
        return this;
    }

    byte[] hash() {
        return sha.digest();
    }
}
