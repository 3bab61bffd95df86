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

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ProblemKind;
import java.util.List;
import java.util.Map;

/** Other programs that are told of changes. */
final class WebhookPaths {

    private static final String TAG = "webhooks";
    private static final String BASE = "/api/v1/webhooks";

    private final Map<String, Object> example;

    /** @param type any object; the examples are about it */
    WebhookPaths(ObjectType type) {
        example = object(
                "name", "Warehouse", "url", "https://warehouse.example/hooks/keyuan", "objects", List.of(type.path()),
                "actions", List.of("created", "updated"), "ownNetwork", false, "active", true);
    }

    Map<String, Object> described() {
        return object(
                BASE, object("get", listed(), "post", created()),
                BASE + "/{id}", object("put", replaced(), "delete", deleted()),
                BASE + "/{id}/secret", object("post", renewed()),
                BASE + "/{id}/test", object("post", tested()),
                BASE + "/{id}/replay", object("post", replayedFailed()),
                BASE + "/{id}/deliveries", object("get", deliveries()),
                BASE + "/{id}/deliveries/{delivery}/replay", object("post", replayed()));
    }

    static Map<String, Object> schemas() {
        return object(
                "Webhook", members(
                        "id", text("uuid"), "version", number(), "name", text(), "url", text("uri"), "objects", list(text()),
                        "actions", list(text()), "ownNetwork", yesNo(), "active", yesNo(), "troubledSince", orNull(text("date-time")),
                        "secret", orNull(text())),
                "WebhookInput", optional(
                        "name", text(), "url", text("uri"), "objects", list(text()), "actions", list(oneOf("created", "updated", "deleted", "restored")),
                        "ownNetwork", yesNo(), "active", yesNo()),
                "WebhookDelivery", members(
                        "id", text("uuid"), "type", text(), "state", oneOf("waiting", "sent", "failed"), "attempts", number(),
                        "nextAt", orNull(text("date-time")), "lastAt", orNull(text("date-time")), "status", orNull(number()),
                        "trouble", orNull(text()), "answer", orNull(text()), "body", text()));
    }

    private static Map<String, Object> listed() {
        return new Operation(TAG, "listWebhooks", "The webhooks of the company")
                .says("For administrators.")
                .answers(200, "Up to 20.", members("items", list(schema("Webhook"))))
                .fails(ProblemKind.FORBIDDEN)
                .described();
    }

    private Map<String, Object> created() {
        return new Operation(TAG, "createWebhook", "Tell another program of changes from now on")
                .says("Messages follow the Standard Webhooks convention: `webhook-id`, `webhook-timestamp` and `webhook-signature` "
                        + "(`v1,` and HMAC-SHA256 of id, timestamp and body, joined by dots). The body is "
                        + "`{\"type\": \"<object>.<action>\", \"timestamp\": …, \"data\": {\"object\", \"ids\", \"by\"}}`: it names records and says no values. "
                        + "Empty `objects` or `actions` mean all. The secret is answered this once.")
                .body(schema("WebhookInput"), example)
                .answers(201, "The webhook, with its secret.", schema("Webhook"), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE)
                .fails(ProblemKind.RULE_BROKEN)
                .described();
    }

    private Map<String, Object> replaced() {
        return new Operation(TAG, "replaceWebhook", "Change a webhook")
                .says("What is absent stays. While it is not `active` nothing is put down for it; it goes on where it stopped.")
                .takes("Id", "IfMatch")
                .body(schema("WebhookInput"), example)
                .answers(200, "The webhook.", schema("Webhook"))
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND, ProblemKind.STALE)
                .fails(ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN, ProblemKind.PRECONDITION_REQUIRED)
                .described();
    }

    private static Map<String, Object> deleted() {
        return new Operation(TAG, "deleteWebhook", "Delete a webhook, and what was still to be sent")
                .takes("Id")
                .answers(204, "Done.")
                .fails(ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> renewed() {
        return new Operation(TAG, "renewWebhookSecret", "A new secret")
                .says("For a day both sign, so that the receiver can change over.")
                .takes("Id")
                .answers(200, "The webhook, with its new secret.", schema("Webhook"))
                .fails(ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> tested() {
        return new Operation(TAG, "testWebhook", "Send a message that says nothing")
                .takes("Id")
                .answers(202, "The delivery.", members("id", text("uuid")))
                .fails(ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> replayedFailed() {
        return new Operation(TAG, "replayWebhook", "Send once more what nobody tries to send any more")
                .takes("Id")
                .answers(202, "How many.", members("count", number()))
                .fails(ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> deliveries() {
        return new Operation(TAG, "listWebhookDeliveries", "What became of its messages, the newest first")
                .says("Kept for thirty days after they came to an end.")
                .takes("Id", "Page")
                .query("state", "Only those.", false, oneOf("waiting", "sent", "failed"))
                .answers(200, "Fifty.", members("items", list(schema("WebhookDelivery")), "next", orNull(text())))
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> replayed() {
        return new Operation(TAG, "replayWebhookDelivery", "Send a message once more")
                .says("With the same `webhook-id`, by which the receiver knows it again.")
                .takes("Id", "DeliveryId")
                .answers(202, "One.", members("count", number()))
                .fails(ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND)
                .described();
    }
}
