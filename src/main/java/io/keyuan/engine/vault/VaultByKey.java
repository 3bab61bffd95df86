package io.keyuan.engine.vault;

import io.keyuan.engine.Vault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals with AES-256 in Galois/counter mode; the place is authenticated with the secret. Sealed text says by which key:
 * {@code 1.<key>.<nonce and cipher text>}.
 */
@Component
class VaultByKey implements Vault {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int NAME_BYTES = 4;
    private static final int RANDOM_KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final String prefix;

    /** @param secret from the data folder or the environment; empty for one that lasts as long as this program runs */
    VaultByKey(@Value("${keyuan.secret-key:}") String secret) {
        byte[] text = secret.isEmpty() ? random(RANDOM_KEY_BYTES) : secret.getBytes(StandardCharsets.UTF_8);
        key = new SecretKeySpec(digest("key", text), "AES");
        prefix = "1." + HexFormat.of().formatHex(digest("name", text), 0, NAME_BYTES) + ".";
    }

    private static byte[] digest(String purpose, byte[] secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(("keyuan vault " + purpose + ":").getBytes(StandardCharsets.UTF_8));
            return digest.digest(secret);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String seal(String secret, String place) {
        byte[] nonce = random(NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
            return prefix + Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES", impossible);
        }
    }

    @Override
    public Optional<String> open(String sealed, String place) {
        if (!sealed.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            byte[] both = Base64.getDecoder().decode(sealed.substring(prefix.length()));
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(both, NONCE_BYTES), place);
            byte[] open = cipher.doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
            return Optional.of(new String(open, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
