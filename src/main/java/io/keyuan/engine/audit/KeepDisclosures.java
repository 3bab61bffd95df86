package io.keyuan.engine.audit;

import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Keeps what each answer tells of sensitive values before its first byte leaves, whichever controller gave it. */
@ControllerAdvice
class KeepDisclosures implements ResponseBodyAdvice<Object> {

    private final AuditTrail trail;

    KeepDisclosures(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body, MethodParameter returned, MediaType type, Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request, ServerHttpResponse response) {
        if (Caller.currentOrNull() != null && !isAnswerToCreation(response)) {
            Disclosures.keep(trail);
        }
        return body;
    }

    /** Whoever brings a record knows what is in it. */
    private static boolean isAnswerToCreation(ServerHttpResponse response) {
        return response instanceof ServletServerHttpResponse servlet
                && servlet.getServletResponse().getStatus() == HttpStatus.CREATED.value();
    }
}
