package io.keyuan.engine.web;

import static io.keyuan.engine.ProblemKind.FAILURE;
import static io.keyuan.engine.ProblemKind.FORBIDDEN;
import static io.keyuan.engine.ProblemKind.MALFORMED;
import static io.keyuan.engine.ProblemKind.METHOD_NOT_ALLOWED;
import static io.keyuan.engine.ProblemKind.NOT_ACCEPTABLE;
import static io.keyuan.engine.ProblemKind.NOT_FOUND;
import static io.keyuan.engine.ProblemKind.TOO_LARGE;
import static io.keyuan.engine.ProblemKind.UNAUTHENTICATED;
import static io.keyuan.engine.ProblemKind.UNSUPPORTED_MEDIA_TYPE;

import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Finds what an exception means to whoever sent the request. */
final class Causes {

    private Causes() {}

    static Problem problem(Throwable failure) {
        return switch (failure) {
            case Problem problem -> problem;
            case HttpMessageNotReadableException unread -> UnreadBody.problem(unread);
            case MissingServletRequestParameterException missing -> missing(missing.getParameterName());
            case MissingServletRequestPartException missing -> missing(missing.getRequestPartName());
            case MissingRequestHeaderException missing -> missing(missing.getHeaderName());
            case MethodArgumentTypeMismatchException wrong -> malformed(Fault.at(wrong.getName(), "bad-parameter"));
            // Bytes that are no text.
            case InvalidParameterException wrong -> malformed(Fault.whole("bad-parameter"));
            case ServletRequestBindingException wrong -> malformed(Fault.whole("bad-parameter"));
            case HandlerMethodValidationException wrong -> malformed(Fault.whole("bad-parameter"));
            case RequestRejectedException rejected -> malformed(Fault.whole("bad-address"));
            case NoResourceFoundException nothing -> Problem.of(NOT_FOUND);
            case NoHandlerFoundException nothing -> Problem.of(NOT_FOUND);
            case HttpRequestMethodNotSupportedException wrong -> Problem.of(METHOD_NOT_ALLOWED);
            case HttpMediaTypeNotAcceptableException wrong -> Problem.of(NOT_ACCEPTABLE);
            case HttpMediaTypeNotSupportedException wrong -> Problem.of(UNSUPPORTED_MEDIA_TYPE);
            case MaxUploadSizeExceededException large -> Problem.of(TOO_LARGE);
            case MultipartException broken -> malformed(Fault.whole("bad-multipart"));
            case AuthenticationException nobody -> Problem.of(UNAUTHENTICATED);
            case AccessDeniedException denied -> Problem.of(FORBIDDEN);
            default -> deeper(failure);
        };
    }

    private static Problem deeper(Throwable failure) {
        Problem problem = DatabaseTrouble.problem(failure);
        return problem == null ? Problem.of(FAILURE) : problem;
    }

    private static Problem missing(String parameter) {
        return malformed(Fault.at(parameter, "missing-parameter"));
    }

    private static Problem malformed(Fault fault) {
        return Problem.of(MALFORMED, fault);
    }
}
