package io.keyuan.engine.web;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Successors;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Addresses of records that have become others: whoever reads is led there, whoever writes is told, since what they know of the record is not what
 * has become of it.
 */
@Component
class OldAddresses {

    private final ObjectProvider<ObjectTypes> types;
    private final ObjectProvider<Successors> successors;

    OldAddresses(ObjectProvider<ObjectTypes> types, ObjectProvider<Successors> successors) {
        this.types = types;
        this.successors = successors;
    }

    /** @return null where nothing is missing, or nothing took its place */
    @Nullable UUID successor(Throwable failure, HttpServletRequest request) {
        if (!(failure instanceof Problem problem) || problem.kind() != ProblemKind.NOT_FOUND) {
            return null;
        }
        ObjectType type = types.getObject().byPath(part(request, "object"));
        UUID id = id(part(request, "id"));
        if (type == null || id == null || !(request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller)) {
            return null;
        }
        return caller.get(() -> successors.getObject().of(type, id));
    }

    private static String part(HttpServletRequest request, String name) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> parts && parts.get(name) instanceof String part ? part : "";
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static boolean isRead(HttpServletRequest request) {
        return List.of("GET", "HEAD").contains(request.getMethod());
    }

    /** The same address with the other id in it, whatever stands behind it. */
    static ResponseEntity<Map<String, Object>> leadOn(HttpServletRequest request, UUID successor) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String address = request.getRequestURI().replace(part(request, "id"), successor.toString());
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(URI.create(address + query))
                // It may be taken back.
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Map.of("mergedInto", successor.toString()));
    }

    static Problem refusal(UUID successor) {
        return new Problem(ProblemKind.CONFLICT, List.of(Fault.whole("merged-already")), Map.of("mergedInto", successor.toString()));
    }
}
