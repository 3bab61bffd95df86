package io.keyuan.engine.openapi;

import static io.keyuan.engine.openapi.Json.list;
import static io.keyuan.engine.openapi.Json.members;
import static io.keyuan.engine.openapi.Json.number;
import static io.keyuan.engine.openapi.Json.object;
import static io.keyuan.engine.openapi.Json.orNull;
import static io.keyuan.engine.openapi.Json.schema;
import static io.keyuan.engine.openapi.Json.text;

import io.keyuan.engine.ProblemKind;
import java.util.List;
import java.util.Map;

/** Files that are brought once, looked at, mapped and then imported. */
final class ImportPaths {

    private static final String JOBS = "jobs";
    private static final String UPLOAD = "/api/v1/imports/uploads/{id}";

    private ImportPaths() {}

    /** @param importFile the import of a file that comes with the request */
    static Map<String, Object> described(Map<String, Object> importFile) {
        return object(
                "/api/v1/imports", object("post", importFile),
                "/api/v1/imports/uploads", object("post", take()),
                UPLOAD, object("get", get()),
                UPLOAD + "/survey", object("get", survey()),
                UPLOAD + "/values", object("post", trial("countImportValues", "Count what a file calls choices and records that are not there", members("map", open()))),
                UPLOAD + "/preview", object("post", trial("previewImport", "Show the first rows as they will be; nothing is written", decided())),
                "/api/v1/jobs/{id}/differences", object("get", differences()),
                "/api/v1/jobs/{id}/alike", object("get", alike()));
    }

    private static Map<String, Object> upload() {
        return members("id", text("uuid"), "name", text(), "size", number(), "createdAt", text("date-time"));
    }

    private static Map<String, Object> open() {
        return object("type", "object", "additionalProperties", true);
    }

    private static Map<String, Object> take() {
        Map<String, Object> form = object("type", "object", "required", List.of("file"));
        form.put("properties", object("file", object("type", "string", "contentMediaType", "application/octet-stream")));
        return new Operation(JOBS, "uploadImportFile", "Bring a file that is to be imported")
                .body("multipart/form-data", form, object("file", "name,city\nBlue Harbor Ltd,Taipei\n"))
                .answers(201, "The file.", upload(), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE)
                .described();
    }

    private static Map<String, Object> get() {
        return new Operation(JOBS, "getImportFile", "A file that was brought")
                .takes("Id")
                .answers(200, "The file.", upload())
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> survey() {
        return new Operation(JOBS, "surveyImportFile", "How a file is written, and what its columns may be")
                .takes("Id")
                .query("object", "What is to be imported.", true, text())
                .query("encoding", "Where it is not found out rightly.", false, text())
                .query("separator", "comma, semicolon, tab or pipe, where it is not found out rightly.", false, text())
                .query("sheet", "Of a workbook; the first by default.", false, text())
                .answers(200, "What was found.", open())
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> decided() {
        Map<String, Object> body = members("map", open(), "decisions", object("type", "object", "additionalProperties", text()));
        body.put("required", List.of("map"));
        return body;
    }

    private static Map<String, Object> trial(String id, String summary, Map<String, Object> body) {
        return new Operation(JOBS, id, summary)
                .takes("Id")
                .bodyByExample(body)
                .answers(200, "What was found.", open())
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> alike() {
        Map<String, Object> record = members(
                "hidden", object("type", "boolean"), "id", text("uuid"), "line", number(), "title", text(), "owner", schema("Reference"), "score", number(), "reasons", list(open()));
        record.put("required", List.of("hidden", "score", "reasons"));
        Map<String, Object> item = members(
                "line", number(), "title", orNull(text()), "what", object("type", "string", "enum", List.of("create", "skip", "update")), "records", list(record));
        return new Operation(JOBS, "listImportRowsAlike", "Which rows of a file were like records, and what became of them")
                .says("Of a trial run: of all rows that would be new. Decide on single ones by `decisions`, by their lines, when starting the import of a file that "
                        + "was brought before: `create`, `skip`, `update`, or the id of the record that is changed; on all others as `one`, `several` or `hidden`, by whether they are "
                        + "like one record, as like one as another, or like one that you may not see. A record with a line is an earlier row of the file.")
                .takes("Id", "Page")
                .answers(200, "The page.", members("items", list(item), "next", orNull(text())))
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> differences() {
        Map<String, Object> change = members("attribute", text(), "before", object(), "after", object());
        Map<String, Object> item = members("line", number(), "id", text("uuid"), "title", orNull(text()), "changes", list(change));
        return new Operation(JOBS, "listImportDifferences", "What a dry run would change of records that are there")
                .says("As far as one may see and read them now; `restricted` says whether records were left out.")
                .takes("Id", "Page")
                .answers(200, "The page.", members("items", list(item), "next", orNull(text()), "restricted", object("type", "boolean")))
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND)
                .described();
    }
}
