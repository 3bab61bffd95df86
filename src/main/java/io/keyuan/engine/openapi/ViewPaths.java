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

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ProblemKind;
import java.util.List;
import java.util.Map;

/** Lists with a name. */
final class ViewPaths {

    private static final String TAG = "views";

    private final String path;
    private final Map<String, Object> example;

    /** @param type any object; the examples are about it */
    ViewPaths(ObjectType type) {
        path = type.path();
        example = object(
                "object", path, "name", "Newest first", "filter", "", "sort", List.of("-" + type.createdAt.name()),
                "columns", List.of(type.title().name()), "shows", "list", "everyone", false);
    }

    Map<String, Object> described() {
        return object(
                "/api/v1/views", object("get", listed(), "post", created()),
                "/api/v1/views/{id}", object("put", replaced(), "delete", deleted()));
    }

    static Map<String, Object> schemas() {
        return object(
                "SavedView", members(
                        "id", text("uuid"), "version", number(), "object", text(), "name", text(), "owner", somebody(), "everyone", yesNo(),
                        "sharedWith", list(somebody()), "firstFor", list(somebody()), "filter", text(), "sort", list(text()), "columns", list(text()), "shows", text(),
                        "group", orNull(text()), "measure", orNull(text()), "kind", orNull(text()), "mayChange", yesNo()),
                "SavedViewInput", optional(
                        "object", text(), "name", text(), "filter", text(), "sort", list(text()), "columns", list(text()), "shows", text(),
                        "group", orNull(text()), "measure", orNull(text()), "kind", orNull(text()), "everyone", yesNo(),
                        "sharedWith", list(text("uuid")), "firstFor", list(text("uuid"))));
    }

    private static Map<String, Object> somebody() {
        return members("id", text("uuid"), "kind", orNull(text()), "title", orNull(text()));
    }

    private Map<String, Object> listed() {
        return new Operation(TAG, "listViews", "The views of an object that one has: one's own, and those others share")
                .query("object", "The object, as in addresses.", true, object("type", "string", "example", path))
                .answers(200, "Up to 200, the oldest first.", members("items", list(schema("SavedView"))))
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> created() {
        return new Operation(TAG, "createView", "Keep a view")
                .says("It is one's own; `sharedWith` names people, and groups one is in. `everyone` is for those who may configure the object, and so is "
                        + "`firstFor`: the roles whose people have the view and begin with it.")
                .body(schema("SavedViewInput"), example)
                .answers(201, "The view.", schema("SavedView"), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE)
                .fails(ProblemKind.RULE_BROKEN)
                .described();
    }

    private Map<String, Object> replaced() {
        return new Operation(TAG, "replaceView", "Write a view anew")
                .says("For its owner, and for those who may configure the object.")
                .takes("Id", "IfMatch")
                .body(schema("SavedViewInput"), example)
                .answers(200, "The view.", schema("SavedView"))
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND, ProblemKind.STALE)
                .fails(ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN, ProblemKind.PRECONDITION_REQUIRED)
                .described();
    }

    private Map<String, Object> deleted() {
        return new Operation(TAG, "deleteView", "Delete a view")
                .takes("Id")
                .answers(204, "Done.")
                .fails(ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND)
                .described();
    }
}
