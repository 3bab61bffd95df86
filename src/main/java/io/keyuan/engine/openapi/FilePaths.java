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

/** The files of the records of one object. */
final class FilePaths {

    private static final String BYTES = "application/octet-stream";

    private final ObjectType type;
    private final String name;

    FilePaths(ObjectType type, String name) {
        this.type = type;
        this.name = name;
    }

    Map<String, Object> described() {
        String base = "/api/v1/" + type.path() + "/{id}/files";
        return object(
                base, object("get", listed(), "post", added()),
                base + "/{file}", object("patch", renamed(), "delete", deleted()),
                base + "/{file}/restore", object("post", restored()),
                base + "/{file}/content", object("get", content("get" + name + "File", "The bytes of a file", "FileId")),
                base + "/{file}/versions", object("get", versions(), "post", versionAdded()),
                base + "/{file}/versions/{version}/content", object("get", content(
                        "get" + name + "FileVersion", "The bytes of a file as it was", "FileId", "VersionId")),
                base + "/{file}/versions/{version}/restore", object("post", versionRestored()));
    }

    private Map<String, Object> listed() {
        return operation("list" + name + "Files", "The files of a record, the newest first")
                .takes("Id", "Page")
                .query("deleted", "Those in the recycle bin instead.", false, object("type", "boolean", "default", false))
                .answers(200, "The page.", schema("FilePage"))
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> added() {
        return takesFile(operation("add" + name + "Files", "Add files to a record")
                .says("Several parts called `file` are added together, or none of them. What a file is is found out by its content."))
                .takes("Id")
                .answers(201, "The files.", members("items", list(schema("File"))))
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    /** What belongs to no record yet. */
    static Map<String, Object> general() {
        return object("/api/v1/files", object("post", takesFile(new Operation("files", "receiveFile", "Bring a file that an attribute will be given")
                .says("Its `id` is then given to an attribute of the type file, in a new record or another one, by whoever has brought it and within a day."))
                .answers(201, "The file.", schema("AttachedFile"))
                .described()));
    }

    private Map<String, Object> renamed() {
        return operation("rename" + name + "File", "Call a file something else")
                .takes("Id", "FileId")
                .body(members("name", text()), object("name", "Site plan.pdf"))
                .answers(200, "The file.", schema("File"))
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND, ProblemKind.TOO_LARGE)
                .fails(ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN)
                .described();
    }

    private Map<String, Object> deleted() {
        return operation("delete" + name + "File", "Move a file to the recycle bin")
                .takes("Id", "FileId")
                .answers(204, "Done.")
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> restored() {
        return operation("restore" + name + "File", "Bring a deleted file back")
                .takes("Id", "FileId")
                .answers(200, "The file.", schema("File"))
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> content(String id, String summary, String... ids) {
        return operation(id, summary)
                .takes("Id")
                .takes(ids)
                .query("inline", "To be shown in a page instead of kept, where it is a picture or a PDF.", false,
                        object("type", "boolean", "default", false))
                .says("One piece is answered with 206 where `Range` asks for it.")
                .answersFile(200, "The file.", BYTES)
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> versions() {
        return operation("list" + name + "FileVersions", "What a file was, the newest first")
                .takes("Id", "FileId")
                .answers(200, "The versions.", members("items", list(schema("FileVersion"))))
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> versionAdded() {
        return takesFile(operation("add" + name + "FileVersion", "Add a new version of a file"))
                .takes("Id", "FileId")
                .answers(201, "The file.", schema("File"))
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> versionRestored() {
        return operation("restore" + name + "FileVersion", "Make an old version of a file its newest")
                .takes("Id", "FileId", "VersionId")
                .answers(200, "The file.", schema("File"))
                .fails(ProblemKind.NOT_FOUND, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Operation takesFile(Operation operation) {
        Map<String, Object> form = object("type", "object", "required", List.of("file"));
        form.put("properties", object("file", object("type", "string", "contentMediaType", BYTES)));
        return operation.body("multipart/form-data", form, object("file", "What was agreed on the phone."))
                .fails(ProblemKind.MALFORMED, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE)
                .fails(ProblemKind.RULE_BROKEN, ProblemKind.UNAVAILABLE);
    }

    private Operation operation(String id, String summary) {
        return new Operation(type.path(), id, summary);
    }

    static Map<String, Object> schemas() {
        return object(
                "AttachedFile", members("id", text("uuid"), "name", text(), "size", number(), "mediaType", text()),
                "File", members(
                        "id", text("uuid"), "name", text(), "attribute", orNull(text()), "version", number(), "size", number(), "mediaType", text(), "shown", yesNo(),
                        "at", text("date-time"), "by", schema("Reference"), "deletedAt", orNull(text("date-time"))),
                "FilePage", members("items", list(schema("File")), "next", orNull(text()), "mayChange", yesNo()),
                "FileVersion", members(
                        "id", text("uuid"), "name", text(), "current", yesNo(), "version", number(), "size", number(), "mediaType", text(),
                        "shown", yesNo(), "at", text("date-time"), "by", schema("Reference")));
    }

    /** What an attribute is given. */
    static Map<String, Object> given() {
        Map<String, Object> input = object("type", "object", "required", List.of("id"), "properties", object("id", text("uuid")));
        input.put("description", "The `id` of a file that the caller has brought, or that the attribute of this record has had. What else was read may be sent back.");
        return input;
    }
}
