package io.keyuan.engine.openapi;

import static io.keyuan.engine.openapi.Json.list;
import static io.keyuan.engine.openapi.Json.members;
import static io.keyuan.engine.openapi.Json.number;
import static io.keyuan.engine.openapi.Json.object;
import static io.keyuan.engine.openapi.Json.oneOf;
import static io.keyuan.engine.openapi.Json.optional;
import static io.keyuan.engine.openapi.Json.orNull;
import static io.keyuan.engine.openapi.Json.schema;
import static io.keyuan.engine.openapi.Json.text;
import static io.keyuan.engine.openapi.Json.yesNo;

import io.keyuan.engine.ProblemKind;
import java.util.Map;

/** How the caller's company sends its mail. */
final class MailPaths {

    private static final String MAIL = "mail";

    private MailPaths() {}

    static Map<String, Object> described() {
        return object(
                "/api/v1/settings/mail", object("get", read(), "put", change(), "delete", remove()),
                "/api/v1/settings/mail/test", object("post", test()),
                "/api/v1/settings/mail/letters", object("get", letters()));
    }

    static Map<String, Object> schemas() {
        return object("MailSettings", settings(), "OutgoingLetter", letter());
    }

    private static Map<String, Object> settings() {
        return members(
                "configured", yesNo(),
                "host", orNull(text()),
                "port", orNull(number()),
                "security", orNull(oneOf("none", "starttls", "tls")),
                "user", orNull(text()),
                "hasPassword", yesNo(),
                "fromAddress", orNull(text("email")),
                "fromName", orNull(text()),
                "replyTo", orNull(text("email")),
                "publicAddress", orNull(text("uri")));
    }

    private static Map<String, Object> letter() {
        return members(
                "id", text("uuid"),
                "to", text("email"),
                "subject", text(),
                "state", oneOf("waiting", "sent", "failed"),
                "attempts", number(),
                "createdAt", text("date-time"),
                "sentAt", orNull(text("date-time")),
                "nextAttemptAt", orNull(text("date-time")),
                "error", orNull(members("code", text(), "message", text())));
    }

    private static Map<String, Object> read() {
        return new Operation(MAIL, "getMailSettings", "How the company sends its mail")
                .says("Administrators only. The password is never answered.")
                .answers(200, "The settings.", schema("MailSettings"))
                .described();
    }

    private static Map<String, Object> change() {
        Map<String, Object> body = optional(
                "host", text(),
                "port", number(),
                "security", oneOf("none", "starttls", "tls"),
                "user", orNull(text()),
                "password", orNull(text("password")),
                "fromAddress", text("email"),
                "fromName", orNull(text()),
                "replyTo", orNull(text("email")),
                "publicAddress", orNull(text("uri")));
        return new Operation(MAIL, "changeMailSettings", "Settle how the company sends its mail")
                .says("Administrators only. Without `password` the one there is stays, unless server, port, security or user change; an empty"
                        + " one takes it away. Without `publicAddress` links in letters lead to where this request came to.")
                .body(body, object(
                        "host", "smtp.example.com", "port", 465, "security", "tls", "user", "crm@example.com", "password", "wide green rivers",
                        "fromAddress", "crm@example.com", "fromName", "Example Trading", "publicAddress", "https://crm.example.com"))
                .answers(200, "The settings.", schema("MailSettings"))
                .fails(ProblemKind.MALFORMED, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> remove() {
        return new Operation(MAIL, "removeMailSettings", "Send no more mail")
                .says("Administrators only.")
                .answers(204, "No letter goes out from now on.")
                .described();
    }

    private static Map<String, Object> test() {
        return new Operation(MAIL, "testMailSettings", "Send a letter to try the settings")
                .says("Administrators only. It is sent while the request waits; what hinders it is answered in words. Without `to` it goes to"
                        + " the caller's own address.")
                .body(optional("to", orNull(text("email"))), object())
                .answers(200, "The mail server has the letter.", members("to", text("email")))
                .fails(ProblemKind.MALFORMED, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> letters() {
        return new Operation(MAIL, "listLetters", "Letters of the last 30 days, newest first")
                .says("Administrators only. What they say is not told.")
                .takes("Page")
                .answers(200, "Up to 50.", members("items", list(schema("OutgoingLetter")), "next", orNull(text())))
                .fails(ProblemKind.MALFORMED)
                .described();
    }
}
