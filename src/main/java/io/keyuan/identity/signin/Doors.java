package io.keyuan.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** What is asked for by people who are nobody yet. */
final class Doors {

    static final String SIGN_IN = "/api/v1/session";
    static final String FORGOTTEN = "/api/v1/session/forgotten";
    static final String LINK = "/api/v1/sign-in/link";
    static final String LINK_PASSWORD = "/api/v1/sign-in/link/password";

    private static final Set<String> POSTED = Set.of(SIGN_IN, FORGOTTEN, LINK, LINK_PASSWORD);

    private Doors() {}

    static String[] posted() {
        return POSTED.toArray(String[]::new);
    }

    static boolean isOpen(HttpServletRequest request) {
        return request.getMethod().equals("POST") && POSTED.contains(request.getServletPath());
    }
}
