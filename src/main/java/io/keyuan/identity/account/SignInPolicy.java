package io.keyuan.identity.account;

import java.time.Duration;
import java.util.Locale;

/**
 * What a company demands of those who sign in.
 *
 * @param secondFactor of whom one is demanded
 * @param idle a session nobody uses for so long has ended
 * @param longest it ends after this, however much it is used
 */
public record SignInPolicy(Demand secondFactor, Duration idle, Duration longest) {

    /** Until a company settles something else. */
    public static final SignInPolicy INITIAL = new SignInPolicy(Demand.NOBODY, Duration.ofHours(12), Duration.ofDays(30));

    /** Of whom something is demanded. */
    public enum Demand {
        NOBODY,
        ADMINISTRATORS,
        EVERYBODY;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Demand of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public boolean demandsSecondFactor(boolean administrator) {
        return switch (secondFactor) {
            case NOBODY -> false;
            case ADMINISTRATORS -> administrator;
            case EVERYBODY -> true;
        };
    }
}
