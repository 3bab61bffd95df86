package io.keyuan.identity.signin;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Callers;
import io.keyuan.identity.account.Credentials;
import io.keyuan.identity.company.LanguageOfCompany;
import io.keyuan.identity.letter.AccountHolder;
import io.keyuan.identity.letter.AccountHolders;
import io.keyuan.identity.letter.AccountLetters;
import io.keyuan.identity.letter.LinkKind;
import io.keyuan.identity.tenant.Tenant;
import io.keyuan.identity.tenant.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * For somebody who has forgotten their password. Everybody is answered the same and as soon, whether there is such a login, with a
 * mail address, or not: the looking up happens afterwards.
 */
@RestController
class ForgottenController {

    private final Tenants tenants;
    private final LanguageOfCompany languages;
    private final AccountHolders holders;
    private final Callers callers;
    private final Credentials credentials;
    private final AccountLetters letters;
    private final Throttle throttle;
    private final Background background;
    private final TransactionTemplate transaction;

    ForgottenController(
            Tenants tenants, LanguageOfCompany languages, AccountHolders holders, Callers callers, Credentials credentials, AccountLetters letters,
            Throttle throttle, Background background, TransactionTemplate transaction) {
        this.tenants = tenants;
        this.languages = languages;
        this.holders = holders;
        this.callers = callers;
        this.credentials = credentials;
        this.letters = letters;
        this.throttle = throttle;
        this.background = background;
        this.transaction = transaction;
    }

    record ForgottenRequest(@Nullable String login, @Nullable String tenant) {}

    @PostMapping(Doors.FORGOTTEN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forgotten(@RequestBody ForgottenRequest body, HttpServletRequest request, HttpServletResponse response) {
        String login = Refusals.given("login", body.login());
        throttle.beginLink(request, response);
        Optional<Tenant> tenant = tenants.of(body.tenant(), request.getServerName());
        tenant.ifPresent(company -> {
            Locale language = languages.of(company.id(), request);
            background.execute(() -> remind(company.id(), login, language));
        });
    }

    private void remind(UUID tenant, String login, Locale language) {
        AccountHolder holder = holders.signingIn(tenant, login).orElse(null);
        Caller caller = holder == null ? null : callers.of(tenant, holder.id(), language);
        if (holder != null && caller != null) {
            caller.run(() -> remind(holder));
        }
    }

    /** Whoever signs in elsewhere has no password here that could be forgotten. */
    private void remind(AccountHolder holder) {
        boolean has = credentials.exist(Caller.current().tenant(), holder.id());
        if (has && letters.reach(holder.email()) && throttle.mayMail(holder.id())) {
            transaction.executeWithoutResult(status -> letters.sendLink(holder, LinkKind.RESET));
        }
    }
}
