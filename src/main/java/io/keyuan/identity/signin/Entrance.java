package io.keyuan.identity.signin;

import io.keyuan.engine.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Where the {@linkplain Caller#current() current caller}, whose password was right, comes in. */
@Component
final class Entrance {

    private final SecondStep secondStep;
    private final Sessions sessions;
    private final Devices devices;
    private final SignInTrail trail;

    Entrance(SecondStep secondStep, Sessions sessions, Devices devices, SignInTrail trail) {
        this.secondStep = secondStep;
        this.sessions = sessions;
        this.devices = devices;
        this.trail = trail;
    }

    /** @param code of the second factor; null where none is given yet */
    Identity enter(String login, @Nullable String code, HttpServletRequest request, HttpServletResponse response) {
        Caller caller = Caller.current();
        String means = secondStep.pass(code, request, response);
        String address = ClientAddress.of(request).text();
        var opened = sessions.open(caller.tenant(), caller.person(), null, request.getHeader(HttpHeaders.USER_AGENT), address);
        response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.set(opened, request));
        devices.signedIn(login, request, response);
        trail.signedIn(caller.person(), means, address);
        return opened.identity();
    }
}
