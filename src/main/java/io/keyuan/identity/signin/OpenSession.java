package io.keyuan.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Signs in somebody whose identity was proved in another way than by a password. */
@Component
public final class OpenSession {

    private final Sessions sessions;

    OpenSession(Sessions sessions) {
        this.sessions = sessions;
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
        return SecretHash.of(opened.secret());
    }
}
