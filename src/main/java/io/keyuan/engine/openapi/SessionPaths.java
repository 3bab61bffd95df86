package io.keyuan.engine.openapi;

import static io.keyuan.engine.openapi.Json.list;
import static io.keyuan.engine.openapi.Json.members;
import static io.keyuan.engine.openapi.Json.object;
import static io.keyuan.engine.openapi.Json.oneOf;
import static io.keyuan.engine.openapi.Json.orNull;
import static io.keyuan.engine.openapi.Json.schema;
import static io.keyuan.engine.openapi.Json.text;
import static io.keyuan.engine.openapi.Json.yesNo;

import io.keyuan.engine.Languages;
import io.keyuan.engine.ProblemKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Signing in, of people and of programs. */
final class SessionPaths {

    private static final String SESSION = "session";
    private static final String TOKENS = "tokens";

    private SessionPaths() {}

    static Map<String, Object> described() {
        return object(
                "/api/v1/sign-in", object("get", door()),
                "/api/v1/session", object("post", signIn(), "get", whoAmI(), "patch", language(), "delete", signOut()),
                "/api/v1/session/password", object("put", password()),
                "/api/v1/session/confirm", object("post", confirm()),
                "/api/v1/tokens", object("get", tokens(), "post", newToken()),
                "/api/v1/tokens/{id}", object("delete", revoke()));
    }

    static Map<String, Object> schemas() {
        return object(
                "Session", session(),
                "Token", members(tokenMembers()),
                "NewToken", newTokenSchema());
    }

    private static Map<String, Object> session() {
        return members(
                "user", members("id", text("uuid"), "title", text(), "login", text()),
                "tenant", members("slug", text(), "name", text(), "baseCurrency", text()),
                "language", orNull(language(Languages.all())),
                "languages", list(language(Languages.all())),
                "admin", yesNo(),
                "mustChangePassword", yesNo(),
                "mustSetUpSecondFactor", yesNo(),
                "csrfToken", orNull(text()),
                "viewedBy", orNull(members("id", text("uuid"), "title", text(), "login", text())));
    }

    private static Map<String, Object> language(List<Locale> all) {
        return oneOf(all.stream().map(Locale::toLanguageTag).toArray(String[]::new));
    }

    private static Object[] tokenMembers() {
        return new Object[] {
            "id", text("uuid"),
            "name", text(),
            "createdAt", text("date-time"),
            "expiresAt", orNull(text("date-time")),
            "lastUsedAt", orNull(text("date-time")),
            "prefix", text(),
            "role", orNull(text("uuid")),
            "readOnly", yesNo()
        };
    }

    private static Map<String, Object> newTokenSchema() {
        Map<String, Object> properties = new LinkedHashMap<>(object(tokenMembers()));
        properties.put("token", object("type", "string", "description", "Told this once."));
        return object("type", "object", "required", List.copyOf(properties.keySet()), "properties", properties);
    }

    private static Map<String, Object> door() {
        return new Operation(SESSION, "getSignIn", "What signing in needs")
                .withoutSignIn()
                .answers(200, "Whether the company has to be named, since there are several and the host does not tell.", members("tenantNeeded", yesNo(), "language", orNull(text())))
                .described();
    }

    private static Map<String, Object> signIn() {
        Map<String, Object> body = object("type", "object", "required", List.of("login", "password"));
        body.put("properties", object("login", text(), "password", text("password"), "tenant", text(), "code", text()));
        return new Operation(SESSION, "signIn", "Sign in")
                .says("Sets the session's cookie. `tenant` is needed only where there are several and the host name does not tell. "
                        + "Whoever has a second factor is answered 401 with the code `second-factor-required` until they send `code`, from their app or one for recovery.")
                .withoutSignIn()
                .body(body, object("login", "admin", "password", "correct horse battery staple"))
                .answers(200, "Who is signed in now.", schema("Session"))
                .fails(ProblemKind.MALFORMED, ProblemKind.UNAUTHENTICATED, ProblemKind.RULE_BROKEN, ProblemKind.TOO_MANY_REQUESTS)
                .described();
    }

    private static Map<String, Object> whoAmI() {
        return new Operation(SESSION, "getSession", "Who is signed in")
                .answers(200, "The session.", schema("Session"))
                .described();
    }

    private static Map<String, Object> language() {
        return new Operation(SESSION, "updateSession", "Choose a language")
                .body(members("language", orNull(language(Languages.all()))), object("language", "zh-TW"))
                .answers(200, "The session.", schema("Session"))
                .fails(ProblemKind.MALFORMED, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> signOut() {
        return new Operation(SESSION, "signOut", "Sign out").answers(204, "Nobody is signed in any more.").described();
    }

    private static Map<String, Object> password() {
        return new Operation(SESSION, "changePassword", "Choose a new password")
                .body(
                        members("current", text("password"), "password", text("password")),
                        object("current", "correct horse battery staple", "password", "tall giraffes hum quietly"))
                .answers(204, "Done; other sessions have ended.")
                .fails(ProblemKind.MALFORMED, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> confirm() {
        return new Operation(SESSION, "confirmSession", "Give one's password once more")
                .says("What is sensitive is done only within ten minutes after that, or answered 403 with the code `confirmation-required`.")
                .body(members("password", text("password")), object("password", "correct horse battery staple"))
                .answers(204, "Done.")
                .fails(ProblemKind.MALFORMED, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> tokens() {
        return new Operation(TOKENS, "listTokens", "One's own tokens")
                .answers(200, "Without their secrets.", members("items", list(schema("Token"))))
                .described();
    }

    private static Map<String, Object> newToken() {
        return new Operation(TOKENS, "createToken", "Make a token for a program")
                .says("It runs out after a year unless `expiresAt` says otherwise; `never` is for administrators.")
                .body(tokenRequest(), object("name", "Nightly import", "expiresAt", "2099-12-31T00:00:00Z"))
                .answers(201, "The token, told this once.", schema("NewToken"), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.RULE_BROKEN)
                .described();
    }

    static Map<String, Object> tokenRequest() {
        Map<String, Object> body = object("type", "object", "required", List.of("name"));
        body.put("properties", object(
                "name", object("type", "string", "maxLength", 100), "expiresAt", orNull(text("date-time")), "never", yesNo(),
                "role", orNull(text("uuid")), "readOnly", yesNo()));
        return body;
    }

    private static Map<String, Object> revoke() {
        return new Operation(TOKENS, "revokeToken", "Withdraw a token")
                .takes("Id")
                .answers(204, "It is good for nothing any more.")
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }
}
