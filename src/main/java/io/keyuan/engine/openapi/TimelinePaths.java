package io.keyuan.engine.openapi;

import static io.keyuan.engine.openapi.Json.list;
import static io.keyuan.engine.openapi.Json.members;
import static io.keyuan.engine.openapi.Json.number;
import static io.keyuan.engine.openapi.Json.object;
import static io.keyuan.engine.openapi.Json.orNull;
import static io.keyuan.engine.openapi.Json.schema;
import static io.keyuan.engine.openapi.Json.text;
import static io.keyuan.engine.openapi.Json.yesNo;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ProblemKind;
import java.util.List;
import java.util.Map;

/** What happens to the records of one object, what is said of them, and who follows them. */
final class TimelinePaths {

    private static final Map<String, Object> SAID = object("body", "@[01900000-0000-7000-8000-000000000000] please look at this");

    private final ObjectType type;
    private final String name;

    TimelinePaths(ObjectType type, String name) {
        this.type = type;
        this.name = name;
    }

    Map<String, Object> described() {
        String base = "/api/v1/" + type.path() + "/{id}";
        return object(
                base + "/timeline", object("get", timeline()),
                base + "/comments", object("post", commented()),
                base + "/comments/{comment}", object("put", edited(), "delete", deleted()),
                base + "/comments/{comment}/restore", object("post", restored()),
                base + "/follow", object("post", follow(), "delete", unfollow()),
                base + "/followers", object("get", followers()),
                base + "/seen", object("post", seen()));
    }

    private Map<String, Object> timeline() {
        return operation("list" + name + "Timeline", "What happened to a record and with it, newest first")
                .says("Changes of the record, of its lines and of what hangs on it; comments; versions of files; and the records that are entries.")
                .takes("Id", "Page")
                .query("limit", "Entries of a page.", false, object("type", "integer", "minimum", 1, "maximum", 100, "default", 30))
                .query("kinds", "`changes`, `comments`, `files` or objects whose records are entries, separated by commas; all by default.", false, text())
                .answers(200, "The page.", schema("TimelinePage"))
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> commented() {
        return operation("comment" + name, "Comment on a record, or answer a comment")
                .says("Whoever is named as `@[id]` is told and follows the record from then on; they must be able to see it.")
                .takes("Id", "IdempotencyKey")
                .body(schema("CommentInput"), SAID)
                .answers(201, "The comment.", schema("Comment"), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND, ProblemKind.CONFLICT, ProblemKind.TOO_LARGE)
                .fails(ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN)
                .described();
    }

    private Map<String, Object> edited() {
        return operation("edit" + name + "Comment", "Say something else in one's own comment")
                .takes("Id", "CommentId")
                .body(schema("CommentInput"), SAID)
                .answers(200, "The comment.", schema("Comment"))
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND, ProblemKind.TOO_LARGE)
                .fails(ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN)
                .described();
    }

    private Map<String, Object> deleted() {
        return operation("delete" + name + "Comment", "Delete one's own comment")
                .takes("Id", "CommentId")
                .answers(204, "Done.")
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> restored() {
        return operation("restore" + name + "Comment", "Bring one's own deleted comment back")
                .takes("Id", "CommentId")
                .answers(200, "The comment.", schema("Comment"))
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> follow() {
        return operation("follow" + name, "Follow a record")
                .takes("Id")
                .answers(204, "Done.")
                .fails(ProblemKind.NOT_FOUND, ProblemKind.RULE_BROKEN)
                .described();
    }

    private Map<String, Object> unfollow() {
        return operation("unfollow" + name, "Follow a record no longer").takes("Id").answers(204, "Done.").fails(ProblemKind.NOT_FOUND).described();
    }

    private Map<String, Object> followers() {
        return operation("list" + name + "Followers", "Who follows a record")
                .takes("Id")
                .answers(200, "The first fifty, and how many there are.", schema("Followers"))
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> seen() {
        return operation("see" + name, "Have seen what happened to a record until now")
                .says("It is no longer news to the caller, nor is being named in a comment on it.")
                .takes("Id")
                .answers(204, "Done.")
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private Operation operation(String id, String summary) {
        return new Operation(type.path(), id, summary);
    }

    static Map<String, Object> schemas() {
        Map<String, Object> input = object("type", "object", "required", List.of("body"));
        input.put("properties", object(
                "body", object("type", "string", "maxLength", 5000, "description", "`@[id]` names a person."),
                "replyTo", object("type", "string", "format", "uuid", "description", "The comment this answers.")));
        return object(
                "NamedRecord", namedRecord(),
                "Followers", members("following", yesNo(), "count", number(), "items", list(schema("Reference"))),
                "CommentInput", input,
                "Comment", members(comment()),
                "TimelinePage", members("items", list(schema("TimelineEntry")), "next", orNull(text())),
                "TimelineEntry", entry(),
                "Mention", members(with(comment(), "record", schema("NamedRecord"), "unread", yesNo())),
                "MentionPage", members("items", list(schema("Mention")), "next", orNull(text()), "unread", number()),
                "Followed", members(
                        "record", schema("NamedRecord"),
                        "since", text("date-time"),
                        "news", object(
                                "type", "object", "additionalProperties", number(), "description", "How many of each kind, up to 100."),
                        "latest", orNull(text("date-time"))));
    }

    private static Map<String, Object> namedRecord() {
        Map<String, Object> record = object("type", "object", "required", List.of("object", "id"));
        record.put("properties", object("object", text(), "id", text("uuid"), "title", text()));
        return record;
    }

    private static Object[] comment() {
        return new Object[] {
            "id", text("uuid"), "at", text("date-time"), "by", schema("Reference"), "body", text(), "mentions", list(schema("Reference")),
            "editedAt", orNull(text("date-time")), "deleted", yesNo(), "mine", yesNo()
        };
    }

    private static Object[] with(Object[] some, Object... more) {
        Object[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private static Map<String, Object> entry() {
        Map<String, Object> entry = object("type", "object", "required", List.of("id", "kind", "at", "record"));
        entry.put("properties", object(
                "id", text("uuid"),
                "kind", object("type", "string", "description", "`changes`, `comments`, `files`, or the object of the record that is the entry."),
                "at", text("date-time"),
                "by", orNull(schema("Reference")),
                "record", schema("NamedRecord")));
        entry.put("additionalProperties", true);
        entry.put("description", "A change has `action`, `operation`, `rule` and `changes` as in the history; a comment is a Comment with `replies`; a version has its `file`; "
                + "a record has its `values`, and `comments` on it.");
        return entry;
    }
}
