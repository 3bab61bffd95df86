package io.keyuan.program.command;

import io.keyuan.program.Refusal;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * The files with which the program speaks https itself, as certification authorities hand them out.
 *
 * @param chain the certificate and those that vouch for it, in PEM
 * @param key its private key, in PEM and without a password
 */
record Certificate(Path chain, Path key) {
    private static final byte[] ANYTHING = "anything".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    /**
     * Looks whether the two belong together.
     *
     * @throws Refusal with what is wrong with which file
     */
    Certificate checked() {
        X509Certificate certificate = certificate();
        if (!belongs(privateKey(), certificate.getPublicKey())) {
            throw Refusal.surroundings("The key " + key + " is not that of the certificate " + chain + "; give the pair that belongs together.");
        }
        if (certificate.getNotAfter().toInstant().isBefore(Instant.now())) {
            throw Refusal.surroundings("The certificate " + chain + " has expired on " + expiry().toString().substring(0, 10) + "; renew it.");
        }
        return this;
    }

    /** When browsers will refuse it. */
    Instant expiry() {
        return certificate().getNotAfter().toInstant();
    }

    private X509Certificate certificate() {
        try {
            return read(chain).getCertificates().getFirst();
        } catch (IllegalStateException | IllegalArgumentException notPem) {
            throw Refusal.surroundings("The file " + chain + " holds no certificate in PEM; give the one that begins with"
                    + " -----BEGIN CERTIFICATE-----.", notPem);
        }
    }

    private PrivateKey privateKey() {
        try {
            PrivateKey found = read(key).getPrivateKey();
            if (found != null) {
                return found;
            }
        } catch (IllegalStateException | IllegalArgumentException notPem) {
            throw noKey(notPem);
        }
        throw noKey();
    }

    private Refusal noKey(Throwable... causes) {
        return Refusal.surroundings("The file " + key + " holds no private key in PEM that can be read without a password; take the"
                + " password off with: openssl pkey -in FILE -out FILE.", causes);
    }

    private static PemContent read(Path file) {
        try {
            return PemContent.of(Files.readString(file));
        } catch (IOException failure) {
            String reason = switch (failure) {
                case NoSuchFileException missing -> "it is not there";
                case AccessDeniedException denied -> "no permission";
                default -> String.valueOf(failure.getMessage());
            };
            throw Refusal.surroundings("The file " + file + " cannot be read (" + reason
                    + "); correct --tls-certificate and --tls-key, or let the account that runs Keyuan read it.", failure);
        }
    }

    private static boolean belongs(PrivateKey key, PublicKey certified) {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        try {
            var signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(ANYTHING);
            var checking = Signature.getInstance(algorithm);
            checking.initVerify(certified);
            checking.update(ANYTHING);
            return checking.verify(signing.sign());
        } catch (GeneralSecurityException ofAnotherKind) {
            return false;
        }
    }

    /** Settings of the application; renewed files are taken up while it runs, a pair that does not match is not. */
    List<String> arguments() {
        String pem = "--spring.ssl.bundle.pem.web.";
        return List.of(
                "--server.ssl.bundle=web",
                pem + "keystore.certificate=file:" + chain,
                pem + "keystore.private-key=file:" + key,
                pem + "keystore.verify-keys=true",
                pem + "reload-on-update=true");
    }
}
