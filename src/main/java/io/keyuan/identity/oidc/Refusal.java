package io.keyuan.identity.oidc;

import java.util.Locale;

/** Why somebody who came from an identity provider is not let in; the console has words for each. */
enum Refusal {
    /** There is no such provider, or it is switched off. */
    PROVIDER_OFF,
    /** It does not answer, or not as a provider answers. */
    PROVIDER_DOWN,
    /** It is at an address that must be allowed first. */
    PRIVATE_ADDRESS,
    /** It answered with an error of its own. */
    PROVIDER_REFUSED,
    /** Client or secret are not those it knows. */
    WRONG_CLIENT,
    /** The person did not want to. */
    CANCELLED,
    /** Nobody was sent there with this state, or they are back already, or it was too long ago, or another browser. */
    STATE_UNKNOWN,
    /** The answer came from another provider than the one somebody was sent to. */
    MIXED_UP,
    /** The code was used before, has expired or was given to somebody else. */
    CODE_REFUSED,
    /** What it says is not signed by it, not meant for us, or not for this sign-in. */
    TOKEN_INVALID,
    /** What it says is no longer or not yet true: mostly one clock is wrong. */
    TOKEN_TIME,
    /** Nobody here is this person, and nobody is made. */
    UNKNOWN_PERSON,
    /** The person may no longer sign in. */
    DISABLED,
    /** Somebody here has the address, and it may not be taken as proof. */
    EMAIL_TAKEN,
    /** It says too little to make a person of. */
    NO_NAME,
    /** The person could not be written as the provider tells. */
    NOT_WRITTEN;

    /** As it stands in an address. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
