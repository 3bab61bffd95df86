package io.keyuan.identity.signin;

import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Problem;
import io.keyuan.engine.Standing;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Binds the {@link io.keyuan.engine.Caller} a request comes from around whatever answers it. */
final class CallerFilter extends OncePerRequestFilter {

    private final Identification identification;
    private final ProblemAnswers problems;

    CallerFilter(Identification identification, ProblemAnswers problems) {
        this.identification = identification;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/api/");
    }

    /** A request that is gone on with in another thread has nobody bound there. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Identity> identity;
        try {
            identity = identification.identify(request);
        } catch (Problem problem) {
            problems.answer(request, response, problem);
            return;
        }
        if (identity.isPresent()) {
            request.setAttribute(Standing.ATTRIBUTE, identification.standing(identity.get(), request));
            goOnAs(identity.get(), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void goOnAs(Identity identity, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContextHolder.setContext(new SecurityContextImpl(new SignedIn(identity)));
        Caller caller = identification.caller(identity, request);
        request.setAttribute(Caller.ATTRIBUTE, caller);
        if (identity.proof() instanceof Proof.Token token) {
            request.setAttribute(AuditTrail.TOKEN, token.id());
        }
        try (var tenant = MDC.putCloseable("tenant", caller.tenant().toString());
                var person = MDC.putCloseable("person", caller.person().toString())) {
            caller.call(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }
}
