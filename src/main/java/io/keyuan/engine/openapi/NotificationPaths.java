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

import io.keyuan.engine.NoticeKind;
import io.keyuan.engine.ProblemKind;
import java.util.Arrays;
import java.util.Map;

/** What the caller is told, and where and when they want to be told. */
final class NotificationPaths {

    private static final String NOTIFICATIONS = "notifications";
    private static final String PREFERENCES = "NotificationPreferences";

    private NotificationPaths() {}

    static Map<String, Object> described() {
        return object(
                "/api/v1/notifications", object("get", listed()),
                "/api/v1/notifications/read", object("post", read()),
                "/api/v1/notifications/preferences", object("get", preferences(), "put", change()));
    }

    static Map<String, Object> schemas() {
        return object("Notification", notification(), PREFERENCES, preferencesSchema());
    }

    private static Map<String, Object> kind() {
        return oneOf(Arrays.stream(NoticeKind.values()).map(NoticeKind::code).toArray(String[]::new));
    }

    private static Map<String, Object> notification() {
        return members(
                "id", text("uuid"),
                "kind", kind(),
                "text", object("type", "string", "description", "In the caller's language."),
                "record", orNull(members("object", text(), "id", text("uuid"), "title", text())),
                "path", orNull(object("type", "string", "description", "Where in the console there is more.")),
                "by", orNull(schema("Reference")),
                "count", object("type", "integer", "description", "How many records it is about, or how often the one was changed."),
                "at", text("date-time"),
                "unread", yesNo());
    }

    private static Map<String, Object> mail() {
        return oneOf("now", "hourly", "daily", "off");
    }

    private static Map<String, Object> quiet() {
        return orNull(members("from", text(), "to", text()));
    }

    private static Map<String, Object> preferencesSchema() {
        Map<String, Object> channels = members("app", yesNo(), "mail", mail(), "fixed", yesNo());
        return members(
                "kinds", object("type", "object", "additionalProperties", channels),
                "quiet", quiet(),
                "timeZone", orNull(text()),
                "companyTimeZone", text(),
                "mail", oneOf("possible", "not-set-up", "no-address"));
    }

    private static Map<String, Object> listed() {
        return new Operation(NOTIFICATIONS, "listNotifications", "What the caller was told in the last 90 days, newest first")
                .says("A record that the caller may no longer see is not named.")
                .query("unread", "Only what was not read.", false, yesNo())
                .takes("Page")
                .answers(200, "Up to 20, and how many in all have not been read, up to 100.",
                        members("items", list(schema("Notification")), "next", orNull(text()), "unread", number()))
                .fails(ProblemKind.MALFORMED)
                .described();
    }

    private static Map<String, Object> read() {
        return new Operation(NOTIFICATIONS, "readNotifications", "Note that the caller has read some, or all")
                .body(optional("ids", list(text("uuid")), "all", yesNo()), object("all", true))
                .answers(204, "They count as read; whose are somebody else's stay as they are.")
                .fails(ProblemKind.MALFORMED, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> preferences() {
        return new Operation(NOTIFICATIONS, "getNotificationPreferences", "Where and when the caller wants to be told")
                .answers(200, "By kind, and when no mail shall come.", schema(PREFERENCES))
                .described();
    }

    private static Map<String, Object> change() {
        Map<String, Object> body = optional(
                "kinds", object("type", "object", "additionalProperties", members("app", yesNo(), "mail", mail())),
                "quiet", quiet(),
                "timeZone", orNull(text()));
        return new Operation(NOTIFICATIONS, "changeNotificationPreferences", "Choose where and when to be told")
                .says("Kinds that are not named are told as usual. Mails that would come in quiet hours come at their end.")
                .body(body, object(
                        "kinds", object("followed", object("app", true, "mail", "daily")),
                        "quiet", object("from", "20:00", "to", "08:00"),
                        "timeZone", "Asia/Shanghai"))
                .answers(200, "The preferences.", schema(PREFERENCES))
                .fails(ProblemKind.MALFORMED, ProblemKind.RULE_BROKEN)
                .described();
    }
}
