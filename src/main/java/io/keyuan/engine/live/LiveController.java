package io.keyuan.engine.live;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Standing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A stream of server-sent events, one for each window: which records have changed that its person may see. It lasts until
 * the window closes or the session ends. A page that has read its data before says how long ago, in milliseconds, so that
 * nothing falls between the two. The request's own thread writes it; a virtual one costs next to nothing.
 */
@RestController
class LiveController {

    private static final Pattern AGE = Pattern.compile("\\d{1,12}");

    private final LiveHub hub;

    LiveController(LiveHub hub) {
        this.hub = hub;
    }

    @GetMapping("/api/v1/live")
    void live(
            @RequestAttribute(Standing.ATTRIBUTE) Standing standing, @RequestParam(required = false) @Nullable String age,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        requireStream(request);
        try (LiveReader reader = hub.join(standing, age(age))) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            // nginx would keep the events until there are enough of them.
            response.setHeader("X-Accel-Buffering", "no");
            reader.writeTo(response.getOutputStream());
        }
    }

    private static Duration age(@Nullable String milliseconds) {
        if (milliseconds == null) {
            return Duration.ZERO;
        }
        if (!AGE.matcher(milliseconds).matches()) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("age", "bad-parameter"));
        }
        return Duration.ofMillis(Long.parseLong(milliseconds));
    }

    /** Whoever only looks at the address must not wait for an end that never comes. */
    private static void requireStream(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted == null || !accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE)) {
            throw Problem.of(ProblemKind.NOT_ACCEPTABLE);
        }
    }
}
