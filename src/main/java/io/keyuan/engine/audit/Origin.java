package io.keyuan.engine.audit;

import io.keyuan.engine.AuditTrail;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** From where somebody did something; work that goes on without a request has nothing to say. */
record Origin(@Nullable String address, @Nullable String request, @Nullable UUID token) {

    private static final int LONGEST = 100;

    static Origin current() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return new Origin(null, null, null);
        }
        var request = attributes.getRequest();
        return new Origin(
                shortened(request.getRemoteAddr()),
                MDC.get("requestId"),
                request.getAttribute(AuditTrail.TOKEN) instanceof UUID token ? token : null);
    }

    private static @Nullable String shortened(@Nullable String address) {
        return address == null ? null : Harmless.text(address.substring(0, Math.min(LONGEST, address.length())));
    }
}
