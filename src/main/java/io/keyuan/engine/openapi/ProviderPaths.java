package io.keyuan.engine.openapi;

import static io.keyuan.engine.openapi.Json.list;
import static io.keyuan.engine.openapi.Json.members;
import static io.keyuan.engine.openapi.Json.object;
import static io.keyuan.engine.openapi.Json.optional;
import static io.keyuan.engine.openapi.Json.orNull;
import static io.keyuan.engine.openapi.Json.schema;
import static io.keyuan.engine.openapi.Json.text;
import static io.keyuan.engine.openapi.Json.yesNo;

import io.keyuan.engine.ProblemKind;
import java.util.List;
import java.util.Map;

/** Identity providers: signing in by OpenID Connect, and what administrators settle about it. */
final class ProviderPaths {

    private static final String SESSION = "session";
    private static final String PROVIDERS = "/api/v1/identity-providers";

    private ProviderPaths() {}

    static Map<String, Object> described() {
        return object(
                "/api/v1/sign-in/providers", object("get", offered()),
                "/api/v1/session/provider", object("get", signOut()),
                PROVIDERS, object("get", listed(), "post", create()),
                PROVIDERS + "/{id}", object("get", read(), "patch", change(), "delete", delete()),
                PROVIDERS + "/{id}/try", object("post", attempt(), "get", outcome()));
    }

    static Map<String, Object> schemas() {
        return object("IdentityProvider", provider(), "IdentityProviderTrial", trial());
    }

    private static Map<String, Object> provider() {
        return optional(
                "id", object("type", "string", "format", "uuid", "readOnly", true),
                "enabled", yesNo(),
                "label", object("type", "string", "maxLength", 60, "description", "What the button says."),
                "issuer", text(),
                "clientId", text(),
                "clientSecret", object("type", array("string", "null"), "description", "Only written; an empty one takes it away."),
                "hasSecret", object("type", array("boolean", "null"), "readOnly", true),
                "scopes", list(text()),
                "loginClaim", text(),
                "nameClaim", text(),
                "emailClaim", text(),
                "groupsClaim", orNull(text()),
                "privateAddresses", yesNo(),
                "makesPeople", yesNo(),
                "linksByEmail", yesNo(),
                "passwordsAllowed", yesNo(),
                "defaultRole", orNull(text()),
                "roles", list(members("group", text(), "role", text())));
    }

    private static List<Object> array(Object... items) {
        return Json.array(items);
    }

    private static Map<String, Object> trial() {
        Map<String, Object> heard = members("subject", text(), "login", orNull(text()), "name", orNull(text()), "email", orNull(text()),
                "emailVerified", yesNo(), "groups", list(text()));
        Map<String, Object> planned = members("kind", text(), "person", orNull(text("uuid")), "login", orNull(text()),
                "name", orNull(text()), "email", orNull(text()), "roles", orNull(list(text())));
        return members("at", text("date-time"), "refused", orNull(text()), "detail", orNull(text()), "heard", orNull(heard),
                "planned", orNull(planned), "claims", orNull(object("type", "object", "additionalProperties", true)));
    }

    private static Map<String, Object> offered() {
        return new Operation(SESSION, "listSignInProviders", "Identity providers one can sign in by")
                .withoutSignIn()
                .query("tenant", "Where there are several companies and the host name does not tell.", false, text())
                .answers(200, "The browser goes to `address`, and is back signed in or at the door.",
                        members("items", list(members("id", text("uuid"), "label", text(), "address", text("uri-reference")))))
                .described();
    }

    private static Map<String, Object> signOut() {
        return new Operation(SESSION, "getSessionProvider", "Where the session ends beside here")
                .says("Asked before signing out: the browser goes to `address` afterwards, which ends the identity provider's session.")
                .answers(200, "Null where there is nothing to end.", members("address", orNull(text("uri"))))
                .described();
    }

    private static Map<String, Object> listed() {
        return new Operation(SESSION, "listIdentityProviders", "The company's identity providers")
                .says("Administrators only.")
                .answers(200, "All, and the roles that groups may be given.",
                        members("items", list(schema("IdentityProvider")), "roles", list(text())))
                .described();
    }

    private static Map<String, Object> create() {
        return new Operation(SESSION, "createIdentityProvider", "Add an identity provider")
                .says("Administrators only. It is off until it is enabled; its redirect address is `/sign-in/oidc/{id}/callback`.")
                .body(schema("IdentityProvider"), object("label", "Company account", "issuer", "https://id.example.com/realms/company",
                        "clientId", "keyuan", "clientSecret", "dGhpcyBpcyBubyBzZWNyZXQ"))
                .answers(201, "The provider.", schema("IdentityProvider"), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> read() {
        return new Operation(SESSION, "getIdentityProvider", "One identity provider")
                .takes("Id")
                .answers(200, "Without its secret.", schema("IdentityProvider"))
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> change() {
        return new Operation(SESSION, "updateIdentityProvider", "Change an identity provider")
                .says("Administrators only. What is absent or null stays; an empty text takes away.")
                .takes("Id")
                .body(schema("IdentityProvider"), object("makesPeople", true, "groupsClaim", "groups",
                        "roles", List.of(object("group", "crm-admins", "role", "administrator"))))
                .answers(200, "The provider.", schema("IdentityProvider"))
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> delete() {
        return new Operation(SESSION, "deleteIdentityProvider", "Remove an identity provider")
                .takes("Id")
                .answers(204, "It is gone; whom it let in stays in.")
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> attempt() {
        return new Operation(SESSION, "tryIdentityProvider", "See what a provider says, without signing in")
                .says("Administrators only, in a browser: it goes to `address` and comes back to Settings.")
                .takes("Id")
                .answers(200, "Where the browser goes.", members("address", text("uri-reference")))
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> outcome() {
        return new Operation(SESSION, "getIdentityProviderTrial", "What came back when one tried last")
                .takes("Id")
                .answers(200, "What it said, how that was understood, and what signing in would come to.", schema("IdentityProviderTrial"))
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }
}
