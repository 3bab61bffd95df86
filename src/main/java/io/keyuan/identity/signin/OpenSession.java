package io.keyuan.identity.signin;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Languages;
import io.keyuan.identity.letter.AccountHolder;
import io.keyuan.identity.letter.AccountHolders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Signs in somebody whose identity was proved in another way than by a password. */
@Component
public final class OpenSession {

    private final Sessions sessions;
    private final AccountHolders holders;
    private final Devices devices;

    OpenSession(Sessions sessions, AccountHolders holders, Devices devices) {
        this.sessions = sessions;
        this.holders = holders;
        this.devices = devices;
    }

    /**
     * Begins a session and gives its cookie to the browser.
     *
     * @param person who may sign in
     * @param means what vouches for them
     * @return which session it is
     */
    public SecretHash open(UUID tenant, UUID person, String means, HttpServletRequest request, HttpServletResponse response) {
        Sessions.Opened opened = sessions.open(
                tenant, person, means, request.getHeader(HttpHeaders.USER_AGENT), ClientAddress.of(request).text());
        response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.set(opened, request));
        remember(tenant, person, request, response);
        return SecretHash.of(opened.secret());
    }

    /** Whoever has no login has no password that somebody else could sign in with. */
    private void remember(UUID tenant, UUID person, HttpServletRequest request, HttpServletResponse response) {
        String login = holders.signingIn(tenant, person).map(AccountHolder::login).orElse(null);
        if (login != null) {
            new Caller(tenant, person, false, Languages.ENGLISH, null).run(() -> devices.signedIn(login, request, response));
        }
    }
}
