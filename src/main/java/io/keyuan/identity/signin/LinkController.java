package io.keyuan.identity.signin;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Callers;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.identity.company.LanguageOfCompany;
import io.keyuan.identity.letter.AccountHolder;
import io.keyuan.identity.letter.AccountHolders;
import io.keyuan.identity.letter.Links;
import io.keyuan.identity.tenant.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a one-time link opens: the choice of a password. Who uses it signs in with that afterwards, and with their second factor. */
@RestController
class LinkController {

    private static final Problem DEAD = Problem.of(ProblemKind.NOT_FOUND, Fault.whole("link-expired"));

    private final Links links;
    private final AccountHolders holders;
    private final Callers callers;
    private final Tenants tenants;
    private final LanguageOfCompany languages;
    private final NewPassword passwords;
    private final Throttle throttle;
    private final SignInTrail trail;
    private final TransactionTemplate transaction;

    LinkController(
            Links links, AccountHolders holders, Callers callers, Tenants tenants, LanguageOfCompany languages, NewPassword passwords,
            Throttle throttle, SignInTrail trail, TransactionTemplate transaction) {
        this.links = links;
        this.holders = holders;
        this.callers = callers;
        this.tenants = tenants;
        this.languages = languages;
        this.passwords = passwords;
        this.throttle = throttle;
        this.trail = trail;
        this.transaction = transaction;
    }

    record LinkRequest(@Nullable String token, @Nullable String password) {
        @Override
        public String toString() {
            return "LinkRequest";
        }
    }

    /**
     * @param tenant the company's short name, to sign in with
     * @param language the one the person has chosen, else the company's; null where neither says anything
     */
    record LinkAnswer(String kind, String login, String name, String company, String tenant, @Nullable String language) {}

    /** Does not use it up: programs that read mail look at links too. */
    @PostMapping(Doors.LINK)
    LinkAnswer look(@RequestBody LinkRequest body, HttpServletRequest request, HttpServletResponse response) {
        throttle.beginLink(request, response);
        Links.Link link = found(body);
        AccountHolder holder = holder(link);
        throttle.linkSucceeded(request);
        var company = tenants.get(link.tenant());
        return new LinkAnswer(
                link.kind().code(), String.valueOf(holder.login()), holder.name(), company.name(), company.slug(), language(link, holder));
    }

    private @Nullable String language(Links.Link link, AccountHolder holder) {
        Locale known = holder.language() == null ? languages.settled(link.tenant()) : holder.language();
        return known == null ? null : known.toLanguageTag();
    }

    @PostMapping(Doors.LINK_PASSWORD)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void choose(@RequestBody LinkRequest body, HttpServletRequest request, HttpServletResponse response) {
        throttle.beginLink(request, response);
        Links.Link link = found(body);
        AccountHolder holder = holder(link);
        throttle.linkSucceeded(request);
        Caller caller = callers.of(link.tenant(), link.person(), languages.of(link.tenant(), request));
        if (caller == null) {
            throw DEAD;
        }
        caller.run(() -> choose(link, holder, body));
    }

    private void choose(Links.Link link, AccountHolder holder, LinkRequest body) {
        String chosen = Refusals.given("password", body.password());
        passwords.check(holder, chosen);
        transaction.executeWithoutResult(status -> {
            if (!links.use(link, String.valueOf(body.token()))) {
                throw DEAD;
            }
            passwords.store(holder, chosen, null);
            trail.passwordReset(holder.id(), "link");
        });
    }

    private Links.Link found(LinkRequest body) {
        return links.find(Refusals.given("token", body.token())).orElseThrow(() -> DEAD);
    }

    /** Whoever was disabled since then gets nowhere with it. */
    private AccountHolder holder(Links.Link link) {
        return holders.signingIn(link.tenant(), link.person()).filter(holder -> holder.login() != null).orElseThrow(() -> DEAD);
    }
}
