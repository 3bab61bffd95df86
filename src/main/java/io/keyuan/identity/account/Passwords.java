package io.keyuan.identity.account;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes and compares passwords with Argon2id. */
@Component
public class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;

    private final Argon2PasswordEncoder encoder;
    // A thousand sign-ins at once would otherwise take a thousand times the memory.
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final String nobodys;

    /** @param costs where something else than recommended is wanted */
    Passwords(ObjectProvider<PasswordCost> costs) {
        PasswordCost cost = costs.getIfAvailable(() -> PasswordCost.RECOMMENDED);
        this.encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, cost.kibibytes(), cost.passes());
        this.nobodys = hash(Secrets.base62(20));
    }

    /** @return the hash with its salt and parameters, in the PHC string format */
    public final String hash(String password) {
        return inTurn(() -> String.valueOf(encoder.encode(normalised(password))));
    }

    /**
     * Takes the same time whether there is a hash to compare with or not, so that nobody learns which logins exist.
     *
     * @param hash null where there is none, which nothing matches
     */
    public boolean matches(String password, @Nullable String hash) {
        String compared = hash == null ? nobodys : hash;
        boolean same = inTurn(() -> encoder.matches(normalised(password), compared));
        return same && hash != null;
    }

    /** The same characters typed on two systems may come as different code points. */
    private static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
