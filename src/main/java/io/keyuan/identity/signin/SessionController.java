package io.keyuan.identity.signin;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and saying who one is. */
@RestController
@RequestMapping("/api/v1/session")
class SessionController {

    private final SignIn signIn;
    private final Sessions sessions;
    private final Preferences preferences;
    private final SessionAnswer answer;
    private final SignInTrail trail;

    SessionController(SignIn signIn, Sessions sessions, Preferences preferences, SessionAnswer answer, SignInTrail trail) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.preferences = preferences;
        this.answer = answer;
        this.trail = trail;
    }

    /** @param code of the second factor, where the person has one and a first answer has asked for it */
    record SignInRequest(@Nullable String login, @Nullable String password, @Nullable String tenant, @Nullable String code) {
        @Override
        public String toString() {
            return "SignInRequest";
        }
    }

    record LanguageRequest(@Nullable String language) {}

    @PostMapping
    SessionAnswer.Body signIn(@RequestBody SignInRequest body, HttpServletRequest request, HttpServletResponse response) {
        return answer.of(signIn.signIn(claim(body), request, response));
    }

    private static SignIn.Claim claim(SignInRequest body) {
        if (body.login() == null || body.password() == null) {
            Stream<Fault> missing = Stream.of(
                            body.login() == null ? Fault.at("login", "required") : null,
                            body.password() == null ? Fault.at("password", "required") : null)
                    .flatMap(Stream::ofNullable);
            throw Problem.of(ProblemKind.RULE_BROKEN, missing.toArray(Fault[]::new));
        }
        return new SignIn.Claim(body.login(), body.password(), body.tenant(), body.code());
    }

    @GetMapping
    SessionAnswer.Body whoAmI(@AuthenticationPrincipal Identity identity) {
        return answer.of(identity);
    }

    @PatchMapping
    SessionAnswer.Body choose(@AuthenticationPrincipal Identity identity, @RequestBody LanguageRequest body) {
        Locale language = body.language() == null ? null : language(body.language());
        preferences.setLanguage(language);
        if (identity.proof() instanceof Proof.Session session) {
            sessions.changed(session.id());
        }
        return answer.of(identity, language);
    }

    private static Locale language(String tag) {
        return Languages.all().stream()
                .filter(language -> language.toLanguageTag().equals(tag))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemKind.RULE_BROKEN, Fault.at("language", "not-choice")));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@AuthenticationPrincipal Identity identity, HttpServletRequest request, HttpServletResponse response) {
        sessions.end(Caller.current().tenant(), Refusals.requireSession(identity).id());
        trail.signedOut(identity.person());
        response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.remove(request));
    }
}
