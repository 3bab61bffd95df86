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

/** Rules that do something when something happens. */
final class AutomationPaths {

    private static final String TAG = "automation";
    private static final String BASE = "/api/v1/automation-rules";

    private final Map<String, Object> example;

    /** @param type any object; the examples are about it */
    AutomationPaths(ObjectType type) {
        String title = type.title().name();
        example = object(
                "object", type.path(), "name", "Tell who made it", "active", true, "trigger", object("kind", "created"),
                "condition", "has(" + title + ")",
                "actions", List.of(object(
                        "kind", "notify", "to", List.of(object("kind", "attribute", "attribute", "createdBy")), "text", "{{" + title + "}} is there.")));
    }

    Map<String, Object> described() {
        return object(
                BASE, object("get", listed(), "post", created()),
                BASE + "/dry-run", object("post", shown()),
                BASE + "/{id}", object("get", read(), "put", replaced(), "delete", deleted()),
                BASE + "/{id}/dry-run", object("post", shownOfOne()),
                BASE + "/{id}/release", object("post", released()),
                BASE + "/{id}/runs", object("get", runs()));
    }

    static Map<String, Object> schemas() {
        return object(
                "AutomationRule", members(
                        "id", text("uuid"), "version", number(), "object", text(), "name", text(), "active", yesNo(),
                        "paused", orNull(oneOf("owner-gone", "condition-broken")), "owner", schema("Reference"), "trigger", schema("AutomationTrigger"),
                        "condition", orNull(text()), "actions", list(schema("AutomationAction")), "lastAt", orNull(text("date-time")),
                        "failedAt", orNull(text("date-time")), "waiting", number(), "held", number()),
                "AutomationRuleInput", optional(
                        "object", text(), "name", text(), "active", yesNo(), "trigger", schema("AutomationTrigger"), "condition", orNull(text()),
                        "actions", list(schema("AutomationAction"))),
                "AutomationTrigger", optional(
                        "kind", oneOf("created", "changed", "entered", "date", "schedule"), "attributes", list(text()), "attribute", text(),
                        "option", text(), "days", number(), "hours", number(), "every", oneOf("day", "week", "month"), "day", number(), "at", text()),
                "AutomationAction", optional(
                        "kind", oneOf("set", "create", "assign", "notify", "mail", "webhook"), "object", text(),
                        "values", list(optional("attribute", text(), "value", object(), "text", text(), "days", number(), "from", text())),
                        "person", orNull(schema("Reference")),
                        "to", list(optional("kind", text(), "id", text("uuid"), "title", orNull(text()), "attribute", text())),
                        "text", text(), "webhook", schema("Reference"), "address", text(), "subject", text()),
                "AutomationRun", members(
                        "id", text("uuid"), "record", schema("Reference"),
                        "state", oneOf("waiting", "done", "failed", "unmet", "hidden", "gone", "cut", "held"), "at", text("date-time"),
                        "endedAt", orNull(text("date-time")), "operation", orNull(text("uuid")), "steps", list(schema("AutomationStep"))),
                "AutomationStep", optional(
                        "kind", text(), "done", yesNo(), "errors", list(object()), "attributes", list(text()), "object", text(),
                        "record", text("uuid"), "person", text("uuid"), "people", number(), "values", object(), "address", text(), "text", text()),
                "AutomationDryRun", members(
                        "looked", number(), "met", number(),
                        "items", list(members("record", schema("Reference"), "steps", list(schema("AutomationStep"))))));
    }

    private static Map<String, Object> listed() {
        return new Operation(TAG, "listAutomationRules", "The rules of the objects that one may set up")
                .answers(200, "Up to 200.", members("items", list(schema("AutomationRule"))))
                .described();
    }

    private Map<String, Object> created() {
        return new Operation(TAG, "createAutomationRule", "Have something done from now on when something happens")
                .says("A rule acts with the rights that whoever wrote it has at the moment it acts. `trigger` says when: a record is `created` or `changed` "
                        + "(in one of `attributes`), it has `entered` an `option` of an `attribute`, the `date` of an `attribute` comes, `days` or `hours` "
                        + "later, or a `schedule` says so. `condition` is an expression as in filters. Up to 10 `actions` follow one after the other: `set` "
                        + "values, `create` a record, `assign` to a `person` or by the rules of assigning, `notify` people, `mail` a letter with a `subject` to an `address`, which may be a field of the record, tell another program by a `webhook`, in a message of the type `<object>.automation`, for administrators. What an attribute comes to have is "
                        + "a `value`, a `text` with fields in double braces, so many `days` from now, or what the record has in `from`; `id` is the record itself.")
                .body(schema("AutomationRuleInput"), example)
                .answers(201, "The rule.", schema("AutomationRule"), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> read() {
        return new Operation(TAG, "getAutomationRule", "One rule").takes("Id").answers(200, "The rule.", schema("AutomationRule"))
                .fails(ProblemKind.NOT_FOUND).described();
    }

    private Map<String, Object> replaced() {
        return new Operation(TAG, "replaceAutomationRule", "Write a rule anew")
                .says("Where what it does changes, the rule belongs to whoever changed it from then on.")
                .takes("Id", "IfMatch")
                .body(schema("AutomationRuleInput"), example)
                .answers(200, "The rule.", schema("AutomationRule"))
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND, ProblemKind.STALE, ProblemKind.TOO_LARGE)
                .fails(ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN, ProblemKind.PRECONDITION_REQUIRED)
                .described();
    }

    private static Map<String, Object> deleted() {
        return new Operation(TAG, "deleteAutomationRule", "Delete a rule, what it was still to do, and its log").takes("Id").answers(204, "Done.")
                .fails(ProblemKind.NOT_FOUND).described();
    }

    private Map<String, Object> shown() {
        return new Operation(TAG, "tryAutomationRule", "What a rule would do that is not kept yet")
                .says("For the records that would have made it run lately, or of which its condition is true, as oneself. Nothing is changed.")
                .body(schema("AutomationRuleInput"), example)
                .answers(200, "How many were looked at, how many meet it, and what would become of up to 50.", schema("AutomationDryRun"))
                .fails(ProblemKind.MALFORMED, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> shownOfOne() {
        return new Operation(TAG, "tryKeptAutomationRule", "What a rule would do")
                .takes("Id")
                .answers(200, "How many were looked at, how many meet it, and what would become of up to 50.", schema("AutomationDryRun"))
                .fails(ProblemKind.NOT_FOUND, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> released() {
        return new Operation(TAG, "releaseAutomationRuns", "Carry out what imports held back")
                .says("An import that was started with `automation: later` keeps what it makes rules do until somebody says so.")
                .takes("Id")
                .answers(200, "How many runs were let go.", members("count", number()))
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> runs() {
        return new Operation(TAG, "listAutomationRuns", "What a rule did, and what it is still to do, the newest first")
                .says("Runs that came to an end are kept for thirty days.")
                .takes("Id")
                .query("state", "Only those in this state.", false, text())
                .query("page", "What the page before said comes `next`.", false, text())
                .answers(200, "Fifty of them.", members("items", list(schema("AutomationRun")), "next", orNull(text())))
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND)
                .described();
    }
}
