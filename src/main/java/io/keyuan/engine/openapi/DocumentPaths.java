package io.keyuan.engine.openapi;

import static io.keyuan.engine.openapi.Json.list;
import static io.keyuan.engine.openapi.Json.members;
import static io.keyuan.engine.openapi.Json.object;
import static io.keyuan.engine.openapi.Json.optional;
import static io.keyuan.engine.openapi.Json.orNull;
import static io.keyuan.engine.openapi.Json.schema;
import static io.keyuan.engine.openapi.Json.text;
import static io.keyuan.engine.openapi.Json.yesNo;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.document.DocumentFormat;
import java.util.List;
import java.util.Map;

/** What documents are made of the records of one object. */
final class DocumentPaths {

    private static final String SOME_ID = "01900000-0000-7000-8000-000000000000";

    private final ObjectType type;
    private final String name;
    private final String plural;

    DocumentPaths(ObjectType type, String name, String plural) {
        this.type = type;
        this.name = name;
        this.plural = plural;
    }

    Map<String, Object> described() {
        String base = "/api/v1/" + type.path();
        return object(
                base + "/{id}/documents", object("post", made()),
                base + "/documents", object("post", manyMade()),
                base + "/merge-fields", object("get", fields()),
                base + "/document-starter", object("get", starter()));
    }

    private static Map<String, Object> format() {
        return object("type", "string", "enum", List.of("docx", "pdf"));
    }

    private Map<String, Object> made() {
        return operation("make" + name + "Document", "Make a document of a record and a template")
                .says("Whatever the caller may not read stays empty in it; the header `Left-Empty`, or `left` beside a file that is kept, says what that is. "
                        + "With `keep` the document becomes a file of the record, a new version where one is called so.")
                .takes("Id")
                .body(members("template", text("uuid"), "format", format(), "keep", yesNo()), object("template", SOME_ID, "format", "pdf", "keep", false))
                .answersFile(200, "The document, of the kind that was asked for.", DocumentFormat.PDF.mediaType())
                .answers(201, "The file it is kept as.", members("file", schema("File"), "left", list(schema("LeftEmpty"))))
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE)
                .fails(ProblemKind.RULE_BROKEN, ProblemKind.UNAVAILABLE)
                .described();
    }

    private Map<String, Object> manyMade() {
        return operation("make" + plural + "Documents", "Make documents of up to 500 records")
                .says("Those of a `filter` or of `ids`. They come as an archive, or as one PDF where they are `joined`.")
                .body(
                        optional("filter", text(), "ids", list(text("uuid")), "template", text("uuid"), "format", format(), "joined", yesNo()),
                        object("ids", List.of(SOME_ID), "template", SOME_ID, "format", "pdf", "joined", true))
                .answers(202, "The job that makes them.", schema("Job"), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN)
                .described();
    }

    private Map<String, Object> fields() {
        return operation("list" + name + "MergeFields", "What a template for such records may ask for")
                .query("record", "By whose values examples are given.", false, text())
                .answers(200, "The fields, by what they are about.", members("groups", list(schema("MergeFieldGroup"))))
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> starter() {
        return operation("get" + name + "DocumentStarter", "A template to begin with, in the caller's language")
                .answersFile(200, "The template.", DocumentFormat.DOCX.mediaType())
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private Operation operation(String id, String summary) {
        return new Operation(type.path(), id, summary);
    }

    static Map<String, Object> schemas() {
        return object(
                "LeftEmpty", members("path", text(), "why", object("type", "string", "enum", List.of("unknown", "attribute", "record"))),
                "MergeFieldGroup", members(
                        "label", text(), "lines", orNull(text()),
                        "fields", list(members("path", text(), "label", text(), "example", orNull(text())))));
    }
}
