package io.keyuan.engine.openapi;

import static io.keyuan.engine.openapi.Json.list;
import static io.keyuan.engine.openapi.Json.members;
import static io.keyuan.engine.openapi.Json.number;
import static io.keyuan.engine.openapi.Json.object;
import static io.keyuan.engine.openapi.Json.oneOf;
import static io.keyuan.engine.openapi.Json.orNull;
import static io.keyuan.engine.openapi.Json.schema;
import static io.keyuan.engine.openapi.Json.text;
import static io.keyuan.engine.openapi.Json.yesNo;

import io.keyuan.engine.ProblemKind;
import java.util.Map;

/** What protects an account: second factor, devices, links by mail, and what a company demands. */
final class AccountPaths {

    private static final String SESSION = "session";
    private static final String SERVICE = "service-accounts";
    /** As in a link, and in none there is. */
    private static final String SECRET = "a".repeat(43);

    private AccountPaths() {}

    static Map<String, Object> described() {
        return object(
                "/api/v1/session/forgotten", object("post", forgotten()),
                "/api/v1/sign-in/link", object("post", link()),
                "/api/v1/sign-in/link/password", object("post", linkPassword()),
                "/api/v1/session/second-factor", object("get", factor(), "post", begin(), "put", turnOn(), "delete", turnOff()),
                "/api/v1/session/second-factor/recovery-codes", object("post", codes()),
                "/api/v1/session/devices", object("get", devices(), "delete", signOutElsewhere()),
                "/api/v1/session/devices/{id}", object("delete", signOutDevice()),
                "/api/v1/settings/sign-in", object("get", policy(), "patch", changePolicy()),
                "/api/v1/service-accounts", object("get", accounts(), "post", newAccount()),
                "/api/v1/service-accounts/{id}/tokens", object("post", newToken()),
                "/api/v1/service-accounts/{id}/tokens/{token}", object("delete", revoke()));
    }

    static Map<String, Object> schemas() {
        return object(
                "RecoveryCodes", members("recoveryCodes", list(text())),
                "ServiceAccount", members("id", text("uuid"), "name", text(), "tokens", list(schema("Token"))),
                "SignInPolicy", members(
                        "secondFactor", oneOf("nobody", "administrators", "everybody"),
                        "idleMinutes", number(),
                        "longestHours", number()));
    }

    private static Map<String, Object> forgotten() {
        Map<String, Object> body = object("type", "object", "required", Json.array("login"));
        body.put("properties", object("login", text(), "tenant", text()));
        return new Operation(SESSION, "forgotPassword", "Ask for a new password by mail")
                .says("Answered the same whether there is such a login or not.")
                .withoutSignIn()
                .body(body, object("login", "nobody-of-this-login"))
                .answers(204, "Whoever has this login and a mail address has a letter soon.")
                .fails(ProblemKind.MALFORMED, ProblemKind.RULE_BROKEN, ProblemKind.TOO_MANY_REQUESTS)
                .described();
    }

    private static Map<String, Object> link() {
        return new Operation(SESSION, "readLink", "What a link of a letter is for")
                .withoutSignIn()
                .body(members("token", text()), object("token", SECRET))
                .answers(200, "Whose it is.", members(
                        "kind", oneOf("invitation", "reset"), "login", text(), "name", text(), "company", text(), "tenant", text(),
                        "language", orNull(text())))
                .fails(ProblemKind.MALFORMED, ProblemKind.RULE_BROKEN, ProblemKind.NOT_FOUND, ProblemKind.TOO_MANY_REQUESTS)
                .described();
    }

    private static Map<String, Object> linkPassword() {
        return new Operation(SESSION, "useLink", "Choose a password with a link of a letter")
                .says("The link is good once. All sessions of the person end, and they are told by mail.")
                .withoutSignIn()
                .body(members("token", text(), "password", text("password")),
                        object("token", SECRET, "password", "tall giraffes hum quietly"))
                .answers(204, "Done; now they can sign in with it.")
                .fails(ProblemKind.MALFORMED, ProblemKind.RULE_BROKEN, ProblemKind.NOT_FOUND, ProblemKind.TOO_MANY_REQUESTS)
                .described();
    }

    private static Map<String, Object> factor() {
        return new Operation(SESSION, "getSecondFactor", "One's own second factor")
                .answers(200, "Since when there is one.", members(
                        "since", orNull(text("date-time")), "recoveryCodesLeft", number(), "demanded", yesNo()))
                .described();
    }

    private static Map<String, Object> begin() {
        return new Operation(SESSION, "beginSecondFactor", "Begin to set up a second factor")
                .answers(200, "What an app for codes needs.", members("secret", text(), "address", text("uri")))
                .fails(ProblemKind.CONFLICT)
                .described();
    }

    private static Map<String, Object> turnOn() {
        return new Operation(SESSION, "turnOnSecondFactor", "Turn the second factor on by a first code")
                .body(members("code", text()), object("code", "123456"))
                .answers(200, "Codes for when the device is lost, told this once.", schema("RecoveryCodes"))
                .fails(ProblemKind.MALFORMED, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> turnOff() {
        return new Operation(SESSION, "turnOffSecondFactor", "Turn one's second factor off")
                .answers(204, "The password alone is enough again.")
                .fails(ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> codes() {
        return new Operation(SESSION, "renewRecoveryCodes", "Make new recovery codes")
                .answers(200, "Those there were are good no more.", schema("RecoveryCodes"))
                .fails(ProblemKind.CONFLICT)
                .described();
    }

    private static Map<String, Object> devices() {
        return new Operation(SESSION, "listDevices", "Where one is signed in")
                .answers(200, "The last seen first.", members("items", list(members(
                        "id", text(), "browser", orNull(text()), "system", orNull(text()), "address", orNull(text()),
                        "createdAt", text("date-time"), "lastSeenAt", text("date-time"), "current", yesNo()))))
                .described();
    }

    private static Map<String, Object> signOutElsewhere() {
        return new Operation(SESSION, "signOutElsewhere", "Sign out everywhere but here")
                .answers(204, "The other sessions have ended.")
                .described();
    }

    private static Map<String, Object> signOutDevice() {
        return new Operation(SESSION, "signOutDevice", "Sign out on one device")
                .takes("DeviceId")
                .answers(204, "Its session has ended.")
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> policy() {
        return new Operation("platform", "getSignInPolicy", "What the company demands of those who sign in")
                .answers(200, "The rules.", schema("SignInPolicy"))
                .described();
    }

    private static Map<String, Object> changePolicy() {
        return new Operation("platform", "changeSignInPolicy", "Demand something else of those who sign in")
                .says("What is left out stays as it is. Open sessions follow at once.")
                .body(schema("SignInPolicy"), object("secondFactor", "nobody", "idleMinutes", 720, "longestHours", 720))
                .answers(200, "The rules.", schema("SignInPolicy"))
                .fails(ProblemKind.MALFORMED, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> accounts() {
        return new Operation(SERVICE, "listServiceAccounts", "Accounts of programs")
                .answers(200, "With their tokens, without the secrets.", members("items", list(schema("ServiceAccount"))))
                .described();
    }

    private static Map<String, Object> newAccount() {
        return new Operation(SERVICE, "createServiceAccount", "Make an account for a program")
                .body(members("name", text()), object("name", "Data warehouse"))
                .answers(201, "The account, which has no token yet.", schema("ServiceAccount"))
                .fails(ProblemKind.MALFORMED, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> newToken() {
        return new Operation(SERVICE, "createServiceToken", "Make a token for a program's account")
                .takes("Id")
                .body(SessionPaths.tokenRequest(), object("name", "Nightly export", "expiresAt", "2099-12-31T00:00:00Z", "readOnly", true))
                .answers(201, "The token, told this once.", schema("NewToken"), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.RULE_BROKEN, ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> revoke() {
        return new Operation(SERVICE, "revokeServiceToken", "Withdraw a token of a program's account")
                .takes("Id", "TokenId")
                .answers(204, "It is good for nothing any more.")
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }
}
