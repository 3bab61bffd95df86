package io.keyuan.identity.signin;

import io.keyuan.identity.account.Credentials;
import io.keyuan.identity.tenant.Tenant;
import io.keyuan.identity.tenant.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;

/** From a login and a password to a session. */
@Service
class SignIn {

    private final Tenants tenants;
    private final Credentials credentials;
    private final Throttle throttle;
    private final Sessions sessions;

    SignIn(Tenants tenants, Credentials credentials, Throttle throttle, Sessions sessions) {
        this.tenants = tenants;
        this.credentials = credentials;
        this.throttle = throttle;
        this.sessions = sessions;
    }

    /** @param tenant by its slug; null where there is but one, or the host says which */
    record Claim(String login, String password, @Nullable String tenant) {
        @Override
        public String toString() {
            return "Claim";
        }
    }

    /** @throws io.keyuan.engine.Problem that says the same whether tenant, login or password is wrong */
    Sessions.Opened signIn(Claim claim, HttpServletRequest request, HttpServletResponse response) {
        throttle.begin(claim.login(), request, response);
        Optional<Tenant> tenant = tenants.of(claim.tenant(), request.getServerName());
        UUID person = verify(tenant, claim).orElseThrow(() -> Refusals.BAD_CREDENTIALS);
        throttle.succeeded(claim.login(), request);
        return sessions.open(tenant.orElseThrow().id(), person, request.getHeader(HttpHeaders.USER_AGENT),
                ClientAddress.of(request).text());
    }

    private Optional<UUID> verify(Optional<Tenant> tenant, Claim claim) {
        return tenant.isPresent()
                ? credentials.verify(tenant.get().id(), claim.login(), claim.password())
                : credentials.verifyNobody(claim.password());
    }
}
