package io.keyuan.engine.openapi;

import static io.keyuan.engine.openapi.Json.list;
import static io.keyuan.engine.openapi.Json.members;
import static io.keyuan.engine.openapi.Json.number;
import static io.keyuan.engine.openapi.Json.object;
import static io.keyuan.engine.openapi.Json.optional;
import static io.keyuan.engine.openapi.Json.orNull;
import static io.keyuan.engine.openapi.Json.schema;
import static io.keyuan.engine.openapi.Json.text;
import static io.keyuan.engine.openapi.Json.yesNo;

import io.keyuan.engine.ProblemKind;
import java.util.List;
import java.util.Map;

/** Objects that a company defines itself. */
final class ObjectPaths {

    private static final String TAG = "objects";
    private static final String BASE = "/api/v1/objects";

    private ObjectPaths() {}

    static Map<String, Object> described() {
        return object(
                BASE, object("get", listed(), "post", added()),
                BASE + "/{path}", object("patch", changed(), "delete", removed()),
                BASE + "/{path}/restore", object("post", restored()));
    }

    static Map<String, Object> schemas() {
        Map<String, Object> words = object("type", "object", "additionalProperties", text());
        return object(
                "DefinedObject", members(
                        "path", text(), "version", number(), "label", text(), "plural", text(), "labels", words, "plurals", words, "titles", words,
                        "description", text(), "icon", text(), "place", number(), "owned", yesNo(), "staged", yesNo(),
                        "removedAt", orNull(text("date-time")), "keptUntil", orNull(text("date-time"))),
                "DefinedObjectInput", optional(
                        "path", text(), "label", text(), "labels", words, "plural", text(), "plurals", words, "title", text(), "titles", words,
                        "description", text(), "icon", text(), "place", number(), "owned", yesNo(), "stages", list(text())));
    }

    private static Map<String, Object> listed() {
        return new Operation(TAG, "listObjects", "The objects the company has defined")
                .says("For administrators. Those that were removed can be brought back until `keptUntil`.")
                .answers(200, "Up to 100.", members("items", list(schema("DefinedObject"))))
                .fails(ProblemKind.FORBIDDEN)
                .described();
    }

    private static Map<String, Object> added() {
        return new Operation(TAG, "addObject", "Define an object")
                .says("Its records are at once under `/api/v1/{path}`, with everything that records of other objects have; what they say beside "
                        + "`name`, `stage` and `owner` are attributes added under `/api/v1/{path}/attributes`. The path begins with `c-` and is made of "
                        + "the words where none is given. With `stages` there is a board. Administrators may everything with it, others what their "
                        + "roles are given.")
                .body(schema("DefinedObjectInput"), object("label", "Machine", "plural", "Machines", "stages", List.of("Running", "In repair")))
                .answers(201, "The object.", schema("DefinedObject"), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE)
                .fails(ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> changed() {
        return new Operation(TAG, "changeObject", "Change what is said of an object")
                .says("What is absent stays. The path, and whether records have owners and stages, are not changed.")
                .takes("ObjectPath", "IfMatch")
                .body(schema("DefinedObjectInput"), object("icon", "package"))
                .answers(200, "The object.", schema("DefinedObject"))
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND, ProblemKind.STALE)
                .fails(ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN, ProblemKind.PRECONDITION_REQUIRED)
                .described();
    }

    private static Map<String, Object> removed() {
        return new Operation(TAG, "removeObject", "Remove an object")
                .says("It is gone at once, and so is what points to it; its records are kept for 30 days. One that rules, segments or calculations of "
                        + "other objects go by is not removed.")
                .takes("ObjectPath")
                .answers(204, "Done.")
                .fails(ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND, ProblemKind.CONFLICT)
                .described();
    }

    private static Map<String, Object> restored() {
        return new Operation(TAG, "restoreObject", "Bring a removed object back, with its records")
                .takes("ObjectPath")
                .answers(200, "The object.", schema("DefinedObject"))
                .fails(ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND)
                .described();
    }
}
