package io.keyuan.engine.web;

import io.keyuan.engine.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A line for each request, where the log is for programs: who asked for what, and how it ended. Ids only; neither addresses
 * with what people typed nor anything of a body.
 */
@Component
@Order(RequestLog.INSIDE_REQUEST_ID)
class RequestLog extends OncePerRequestFilter {

    static final int INSIDE_REQUEST_ID = Ordered.HIGHEST_PRECEDENCE + 1;

    private static final Logger LOG = LoggerFactory.getLogger("io.keyuan.requests");
    private static final int NANOS = 1_000_000;

    private final boolean wanted;

    RequestLog(@Value("${keyuan.log.requests:false}") boolean wanted) {
        this.wanted = wanted;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !wanted;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begin = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            log(request, response.getStatus(), (System.nanoTime() - begin) / NANOS);
        }
    }

    private static void log(HttpServletRequest request, int status, long milliseconds) {
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("method", request.getMethod())
                .addKeyValue("route", route(request))
                .addKeyValue("status", status)
                .addKeyValue("ms", milliseconds);
        Object object = variables(request).get("object");
        if (object != null) {
            line = line.addKeyValue("object", object);
        }
        if (request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
            line = line.addKeyValue("tenant", caller.tenant()).addKeyValue("person", caller.person());
        }
        line.log("request");
    }

    /** The pattern of the address: the address itself may hold a name somebody searched for. */
    private static Object route(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "" : pattern.toString();
    }

    private static Map<?, ?> variables(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> some ? some : Map.of();
    }
}
