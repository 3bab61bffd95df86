package io.keyuan.identity.signin;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Callers;
import io.keyuan.engine.Problem;
import io.keyuan.identity.account.Credentials;
import io.keyuan.identity.company.LanguageOfCompany;
import io.keyuan.identity.tenant.Tenant;
import io.keyuan.identity.tenant.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** From a login, a password and perhaps a code to a session. */
@Service
class SignIn {

    private final Tenants tenants;
    private final Credentials credentials;
    private final Throttle throttle;
    private final Callers callers;
    private final Entrance entrance;
    private final FailedSignIns failures;
    private final PasswordRule passwords;
    private final LanguageOfCompany languages;

    SignIn(
            Tenants tenants, Credentials credentials, Throttle throttle, Callers callers, Entrance entrance, FailedSignIns failures,
            PasswordRule passwords, LanguageOfCompany languages) {
        this.tenants = tenants;
        this.credentials = credentials;
        this.throttle = throttle;
        this.callers = callers;
        this.entrance = entrance;
        this.failures = failures;
        this.passwords = passwords;
        this.languages = languages;
    }

    /**
     * @param tenant by its slug; null where there is but one, or the host says which
     * @param code null before one is asked for
     */
    record Claim(String login, String password, @Nullable String tenant, @Nullable String code) {
        @Override
        public String toString() {
            return "Claim";
        }
    }

    /** @throws Problem that says the same whether tenant, login or password is wrong */
    Identity signIn(Claim claim, HttpServletRequest request, HttpServletResponse response) {
        Optional<Tenant> tenant = tenants.of(claim.tenant(), request.getServerName());
        UUID company = tenant.map(Tenant::id).orElse(null);
        Throttle.Guess guess = throttle.begin(company, claim.login(), request, response);
        Optional<UUID> person = verify(company, claim);
        if (person.isEmpty() || company == null) {
            failures.note(company, claim.login(), request);
            throw Refusals.BAD_CREDENTIALS;
        }
        throttle.succeeded(guess);
        if (!passwords.allows(company, person.get())) {
            throw Refusals.PASSWORD_SIGN_IN_OFF;
        }
        return ScopedCalls.call(caller(company, person.get(), request),
                () -> entrance.enter(claim.login(), claim.code(), request, response));
    }

    private Optional<UUID> verify(@Nullable UUID tenant, Claim claim) {
        return tenant == null
                ? credentials.verifyNobody(claim.password())
                : credentials.verify(tenant, claim.login(), claim.password());
    }

    private Caller caller(UUID tenant, UUID person, HttpServletRequest request) {
        Caller caller = callers.of(tenant, person, languages.of(tenant, request));
        if (caller == null) {
            throw Refusals.BAD_CREDENTIALS;
        }
        return caller;
    }
}
