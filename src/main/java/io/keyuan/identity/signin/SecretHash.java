package io.keyuan.identity.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a random secret: what is stored and compared, so that a copy of the database opens no door. The secrets
 * are long enough that nobody can guess them back; passwords are not, and are hashed slowly elsewhere.
 */
public record SecretHash(String hex) {

    public static SecretHash of(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return new SecretHash(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public static SecretHash stored(byte[] hash) {
        return new SecretHash(HexFormat.of().formatHex(hash));
    }

    /** Names what it is the hash of, and tells nobody how to get at it: half of it. */
    String handle() {
        return hex.substring(0, hex.length() / 2);
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** Nothing of a secret belongs in a log, not even its hash. */
    @Override
    public String toString() {
        return "SecretHash";
    }
}
