package io.keyuan.engine.openapi;

import static io.keyuan.engine.openapi.Json.list;
import static io.keyuan.engine.openapi.Json.members;
import static io.keyuan.engine.openapi.Json.object;
import static io.keyuan.engine.openapi.Json.oneOf;
import static io.keyuan.engine.openapi.Json.optional;
import static io.keyuan.engine.openapi.Json.orNull;
import static io.keyuan.engine.openapi.Json.schema;
import static io.keyuan.engine.openapi.Json.text;
import static io.keyuan.engine.openapi.Json.yesNo;

import io.keyuan.engine.Capability;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ProblemKind;
import java.util.Map;

/** To whom the records of one object were given, and why somebody may do something with one. */
final class SharePaths {

    private static final String ID = "01900000-0000-7000-8000-000000000000";

    private final ObjectType type;
    private final String name;

    SharePaths(ObjectType type, String name) {
        this.type = type;
        this.name = name;
    }

    Map<String, Object> described() {
        String base = "/api/v1/" + type.path() + "/{id}";
        Map<String, Object> paths = object(base + "/access", object("get", why()));
        if (type.can(Capability.OWNED)) {
            paths.put(base + "/shares", object("get", shares(), "post", share()));
            paths.put(base + "/shares/{principal}", object("delete", takeBack()));
        }
        return paths;
    }

    static Map<String, Object> schemas() {
        Map<String, Object> somebody = members("kind", text(), "id", text("uuid"), "title", text());
        Map<String, Object> step = members("verdict", oneOf("yes", "no", "missed"), "text", text());
        Map<String, Object> attribute = members("attribute", text(), "label", text(), "right", oneOf("hidden", "masked", "read"), "text", text());
        return object(
                "Share", members(
                        "kind", oneOf("share", "collaborator", "rule"), "to", somebody, "editing", yesNo(), "along", yesNo(),
                        "until", orNull(text("date-time")), "note", orNull(text()), "by", orNull(somebody), "at", text("date-time")),
                "Shares", members("items", list(schema("Share")), "mayGive", yesNo()),
                "Explanation", members(
                        "allowed", yesNo(), "right", text(), "user", members("id", text("uuid"), "title", text()), "steps", list(step),
                        "attributes", list(attribute)));
    }

    private Map<String, Object> why() {
        return new Operation(type.path(), "explain" + name, "Why somebody may or may not do something with a record")
                .says("Steps that say yes each allow it by themselves; one that says no forbids it for its role; one that missed says nothing of this record.")
                .takes("Id")
                .query("right", "What is to be done with it.", false, object(
                        "type", "string", "enum", java.util.List.of("create", "read", "edit", "delete", "import", "export", "assign", "bulk", "configure"), "default", "read"))
                .query("user", "Who; administrators only. The caller by default.", false, text("uuid"))
                .answers(200, "The reasons, in the caller's language.", schema("Explanation"))
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> shares() {
        return new Operation(type.path(), "list" + name + "Shares", "To whom a record was given")
                .takes("Id")
                .answers(200, "What counts now, up to 200.", schema("Shares"))
                .fails(ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> share() {
        Map<String, Object> body = optional(
                "kind", oneOf("share", "collaborator"), "to", optional("kind", oneOf("user", "team", "department"), "id", text("uuid")),
                "editing", yesNo(), "along", yesNo(), "until", orNull(text("date-time")), "note", orNull(text()));
        return new Operation(type.path(), "share" + name, "Give a record to a person, a team or a department")
                .says("What was given to them before is given anew like this. Collaborators work on the record and on what hangs on it as the owner does.")
                .takes("Id")
                .body(body, object("to", object("kind", "user", "id", ID), "editing", false, "along", true))
                .answers(204, "From now on.")
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND, ProblemKind.RULE_BROKEN)
                .described();
    }

    private Map<String, Object> takeBack() {
        return new Operation(type.path(), "unshare" + name, "Take a record back, or give back what one was given")
                .takes("Id", "Principal")
                .query("kind", "What was given.", false, object("type", "string", "enum", java.util.List.of("share", "collaborator"), "default", "share"))
                .answers(204, "From now on.")
                .fails(ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND)
                .described();
    }
}
