package io.keyuan.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Limits guesses of passwords, by login and address together and by address alone. Never by login alone: whoever knows
 * somebody's login could lock them out.
 */
@Component
final class Throttle {

    private static final Attempts.Limit OF_LOGIN_AND_ADDRESS =
            new Attempts.Limit(5, Duration.ofMinutes(10), Duration.ofMinutes(15));
    /** A whole company may sit behind one address. */
    private static final Attempts.Limit OF_ADDRESS = new Attempts.Limit(100, Duration.ofSeconds(6), Duration.ofMinutes(1));

    private static final int KEY_LENGTH = 100;
    private static final long ALMOST_A_SECOND = 999;

    private final Attempts ofLogin;
    private final Attempts ofAddress;

    Throttle(AttemptStore store) {
        ofLogin = new Attempts("login", OF_LOGIN_AND_ADDRESS, store, InstantSource.system());
        ofAddress = new Attempts("address", OF_ADDRESS, store, InstantSource.system());
    }

    /**
     * Before a password is compared.
     *
     * @throws io.keyuan.engine.Problem where it is too early for another attempt; the response says when it no longer is
     */
    void begin(String login, HttpServletRequest request, HttpServletResponse response) {
        String address = ClientAddress.of(request).network();
        refuse(ofAddress.begin(address), response);
        refuse(ofLogin.begin(key(login, address)), response);
    }

    /** The password was right. */
    void succeeded(String login, HttpServletRequest request) {
        String address = ClientAddress.of(request).network();
        ofAddress.giveBack(address);
        ofLogin.clear(key(login, address));
    }

    private static void refuse(Duration wait, HttpServletResponse response) {
        if (wait.isPositive()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.plusMillis(ALMOST_A_SECOND).toSeconds()));
            throw Refusals.TOO_MANY_ATTEMPTS;
        }
    }

    private static String key(String login, String address) {
        String name = login.strip().toLowerCase(Locale.ROOT);
        return (name.length() > KEY_LENGTH ? name.substring(0, KEY_LENGTH) : name) + " " + address;
    }
}
