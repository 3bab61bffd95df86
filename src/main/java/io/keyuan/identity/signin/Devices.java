package io.keyuan.identity.signin;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Notice;
import io.keyuan.engine.NoticeKind;
import io.keyuan.engine.Notices;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Remembers in which browsers people sign in, and tells them of one in which they never did before. */
@Component
class Devices {

    private final KnownDevices known;
    private final Notices notices;
    private final TransactionTemplate transaction;

    Devices(KnownDevices known, Notices notices, TransactionTemplate transaction) {
        this.known = known;
        this.notices = notices;
        this.transaction = transaction;
    }

    /** The {@linkplain Caller#current() current caller} has signed in with this login. */
    void signedIn(String login, HttpServletRequest request, HttpServletResponse response) {
        Caller caller = Caller.current();
        transaction.executeWithoutResult(status -> {
            if (known.remember(caller.tenant(), caller.person(), login, request, response)) {
                notices.tell(notice(caller.person(), request));
            }
        });
    }

    private static Notice notice(UUID person, HttpServletRequest request) {
        return Notice.of(NoticeKind.DEVICE, Set.of(person), Map.of("title", words(request), "path", "/settings/security"));
    }

    /** Such as {@code Firefox 145 · Windows · 203.0.113.9}: the same in every language. */
    private static String words(HttpServletRequest request) {
        Browser browser = Browser.of(request.getHeader(HttpHeaders.USER_AGENT));
        return Stream.of(browser.name(), browser.system(), ClientAddress.of(request).text())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
