package io.keyuan.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Limits guesses of passwords: of strangers by login and address together, by address alone, and by login alone, for who guesses
 * from many addresses. A browser somebody has signed in with before is none: it has a count of its own, so that whoever knows
 * somebody's login, and be it from the same address, cannot lock them out where they work.
 */
@Component
final class Throttle {

    private static final Attempts.Limit OF_LOGIN_AND_ADDRESS =
            new Attempts.Limit(5, Duration.ofMinutes(10), Duration.ofMinutes(15));
    /** At most thirty and then one a minute, whatever the number of addresses: fewer than a hundred an hour. */
    private static final Attempts.Limit OF_LOGIN = new Attempts.Limit(30, Duration.ofMinutes(2), Duration.ofMinutes(1));
    /** A whole company may sit behind one address. */
    private static final Attempts.Limit OF_ADDRESS = new Attempts.Limit(100, Duration.ofSeconds(6), Duration.ofMinutes(1));
    private static final Attempts.Limit OF_DEVICE = new Attempts.Limit(10, Duration.ofMinutes(5), Duration.ofMinutes(5));
    private static final Attempts.Limit OF_CODES = new Attempts.Limit(5, Duration.ofMinutes(5), Duration.ofMinutes(15));
    private static final Attempts.Limit OF_LINKS = new Attempts.Limit(60, Duration.ofSeconds(30), Duration.ofMinutes(5));
    private static final Attempts.Limit OF_MAILS = new Attempts.Limit(3, Duration.ofMinutes(20), Duration.ofHours(1));

    private static final int KEY_LENGTH = 100;
    private static final long ALMOST_A_SECOND = 999;

    private final Attempts ofLoginAndAddress;
    private final Attempts ofLogin;
    private final Attempts ofAddress;
    private final Attempts ofDevice;
    private final Attempts ofCodes;
    private final Attempts ofLinks;
    private final Attempts ofMails;
    private final KnownDevices devices;

    Throttle(AttemptStore store, KnownDevices devices) {
        this.devices = devices;
        ofLoginAndAddress = new Attempts("login", OF_LOGIN_AND_ADDRESS, store, InstantSource.system());
        ofLogin = new Attempts("stranger", OF_LOGIN, store, InstantSource.system());
        ofAddress = new Attempts("address", OF_ADDRESS, store, InstantSource.system());
        ofDevice = new Attempts("device", OF_DEVICE, store, InstantSource.system());
        ofCodes = new Attempts("code", OF_CODES, store, InstantSource.system());
        ofLinks = new Attempts("link", OF_LINKS, store, InstantSource.system());
        ofMails = new Attempts("mail", OF_MAILS, store, InstantSource.system());
    }

    /**
     * One try of a password.
     *
     * @param login with its company
     * @param device null for a stranger's
     */
    record Guess(String login, String address, @Nullable String device) {

        private String loginAndAddress() {
            return login + " " + address;
        }
    }

    /**
     * Before a password is compared.
     *
     * @param tenant null where there is none of the name
     * @throws io.keyuan.engine.Problem where it is too early for another attempt; the response says when it no longer is
     */
    Guess begin(@Nullable UUID tenant, String login, HttpServletRequest request, HttpServletResponse response) {
        String device = tenant == null ? null : devices.known(tenant, login, request);
        var guess = new Guess(key(tenant + " " + login), ClientAddress.of(request).network(), device);
        if (device != null) {
            refuse(ofDevice.begin(device), response);
            return guess;
        }
        refuse(ofAddress.begin(guess.address()), response);
        refuse(ofLoginAndAddress.begin(guess.loginAndAddress()), response);
        refuse(ofLogin.begin(guess.login()), response);
        return guess;
    }

    /** The password was right. */
    void succeeded(Guess guess) {
        if (guess.device() != null) {
            ofDevice.clear(guess.device());
            return;
        }
        ofAddress.giveBack(guess.address());
        ofLoginAndAddress.clear(guess.loginAndAddress());
        ofLogin.giveBack(guess.login());
    }

    /** Before a code is compared. Only who knows the password gets here. */
    void beginCode(UUID person, HttpServletResponse response) {
        refuse(ofCodes.begin(person.toString()), response);
    }

    void codeSucceeded(UUID person) {
        ofCodes.clear(person.toString());
    }

    /** Before a link is looked up or asked for. */
    void beginLink(HttpServletRequest request, HttpServletResponse response) {
        refuse(ofLinks.begin(ClientAddress.of(request).network()), response);
    }

    void linkSucceeded(HttpServletRequest request) {
        ofLinks.giveBack(ClientAddress.of(request).network());
    }

    /** Whether one more mail may be sent to somebody who did not ask for it themselves, as far as anybody knows. */
    boolean mayMail(UUID person) {
        return ofMails.begin(person.toString()).isZero();
    }

    private static void refuse(Duration wait, HttpServletResponse response) {
        if (wait.isPositive()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.plusMillis(ALMOST_A_SECOND).toSeconds()));
            throw Refusals.TOO_MANY_ATTEMPTS;
        }
    }

    private static String key(String login) {
        String name = login.strip().toLowerCase(Locale.ROOT);
        return name.length() > KEY_LENGTH ? name.substring(0, KEY_LENGTH) : name;
    }
}
