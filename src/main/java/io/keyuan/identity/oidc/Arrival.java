package io.keyuan.identity.oidc;

import static io.keyuan.identity.User.USER;

import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Caller;
import io.keyuan.identity.company.LanguageOfCompany;
import io.keyuan.identity.oidc.Issuers.KnownIssuer;
import io.keyuan.identity.signin.OpenSession;
import io.keyuan.identity.signin.SecretHash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Receives browsers that come back from providers. */
@Component
class Arrival {

    private static final String MEANS = "identity-provider";
    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

    private final Return back;
    private final Issuers issuers;
    private final Exchange exchange;
    private final Admitting admitting;
    private final OpenSession open;
    private final ProviderSessions sessions;
    private final ProviderTrials trials;
    private final LanguageOfCompany languages;
    private final AuditTrail trail;

    Arrival(
            Return back, Issuers issuers, Exchange exchange, Admitting admitting, OpenSession open, ProviderSessions sessions,
            ProviderTrials trials, LanguageOfCompany languages, AuditTrail trail) {
        this.back = back;
        this.issuers = issuers;
        this.exchange = exchange;
        this.admitting = admitting;
        this.open = open;
        this.sessions = sessions;
        this.trials = trials;
        this.languages = languages;
        this.trail = trail;
    }

    /** @return where the browser goes on, signed in or told why not */
    String receive(Provider provider, HttpServletRequest request, HttpServletResponse response) {
        Flow flow;
        try {
            flow = back.flow(provider, request);
        } catch (SignInRefused refused) {
            return refused(provider, refused, "/");
        }
        return flow.triedBy() == null ? signIn(provider, flow, request, response) : tried(provider, flow, flow.triedBy(), request);
    }

    private String signIn(Provider provider, Flow flow, HttpServletRequest request, HttpServletResponse response) {
        try {
            if (!provider.enabled()) {
                throw new SignInRefused(Refusal.PROVIDER_OFF, "switched off meanwhile");
            }
            Statement said = heard(provider, flow, request);
            Locale language = languages.of(provider.tenant(), request);
            UUID person = Nobody.at(provider.tenant(), language, () -> admitting.admit(provider, said));
            SecretHash session = open.open(provider.tenant(), person, MEANS, request, response);
            As.call(new Caller(provider.tenant(), person, false, language, null), () -> {
                sessions.began(session, provider, said, person);
                trail.keep(new AuditEvent("signed-in", USER.name(), person,
                        Map.of("means", MEANS, "provider", provider.label(), "subject", said.subject())));
                return session;
            });
            return flow.next();
        } catch (SignInRefused refused) {
            return refused(provider, refused, flow.next());
        }
    }

    private Statement heard(Provider provider, Flow flow, HttpServletRequest request) throws SignInRefused {
        KnownIssuer issuer = issuers.get(provider.client());
        return exchange.redeem(provider, issuer, flow, back.code(provider, issuer, flow, request));
    }

    private String tried(Provider provider, Flow flow, UUID administrator, HttpServletRequest request) {
        Locale language = languages.of(provider.tenant(), request);
        As.call(new Caller(provider.tenant(), administrator, false, language, null), () -> {
            try {
                trials.succeeded(provider, heard(provider, flow, request));
            } catch (SignInRefused refused) {
                trials.failed(provider, refused);
            }
            return provider;
        });
        return Addresses.trial(provider.id());
    }

    private static String refused(Provider provider, SignInRefused refused, String next) {
        LOG.info("Nobody is signed in by {} ({}): {} {}", provider.label(), provider.client(), refused.refusal().code(), refused.detail());
        return Addresses.refused(refused.refusal(), provider.label(), next);
    }
}
