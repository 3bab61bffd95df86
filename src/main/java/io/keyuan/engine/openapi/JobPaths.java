package io.keyuan.engine.openapi;

import static io.keyuan.engine.openapi.Json.list;
import static io.keyuan.engine.openapi.Json.members;
import static io.keyuan.engine.openapi.Json.number;
import static io.keyuan.engine.openapi.Json.object;
import static io.keyuan.engine.openapi.Json.oneOf;
import static io.keyuan.engine.openapi.Json.orNull;
import static io.keyuan.engine.openapi.Json.schema;
import static io.keyuan.engine.openapi.Json.text;

import io.keyuan.engine.ProblemKind;
import java.util.List;
import java.util.Map;

/** Imports, and the jobs that long work becomes. */
final class JobPaths {

    private static final String JOBS = "jobs";

    private JobPaths() {}

    static Map<String, Object> described() {
        Map<String, Object> paths = ImportPaths.described(importFile());
        paths.putAll(object(
                "/api/v1/jobs", object("get", jobs()),
                "/api/v1/jobs/{id}", object("get", job()),
                "/api/v1/jobs/{id}/failures", object("get", failures()),
                "/api/v1/jobs/{id}/left", object("get", left()),
                "/api/v1/jobs/{id}/file", object("get", file()),
                "/api/v1/jobs/{id}/cancel", object("post", wish("cancelJob", "Stop a job; what is done stays done")),
                "/api/v1/jobs/{id}/pause", object("post", wish("pauseJob", "Pause a job after the piece it is at")),
                "/api/v1/jobs/{id}/resume", object("post", wish("resumeJob", "Let a paused job go on")),
                "/api/v1/jobs/{id}/undo", object("post", undo())));
        return paths;
    }

    static Map<String, Object> schemas() {
        return object("Job", jobSchema(), "JobPage", members("items", list(schema("Job")), "next", orNull(text())));
    }

    private static Map<String, Object> jobSchema() {
        Map<String, Object> job = object("type", "object", "required", List.of("id", "kind", "state"));
        job.put("properties", object(
                "id", text("uuid"),
                "kind", text(),
                "title", text(),
                "state", oneOf("queued", "running", "paused", "done", "failed", "cancelled", "undone"),
                "progress", object("type", "number", "minimum", 0, "maximum", 1),
                "result", orNull(members(
                        "in", number(), "created", number(), "updated", number(), "skipped", number(), "failed", number(), "implied", number(),
                        "removed", number(), "restored", number(), "kept", number(),
                        "along", counts(), "stayed", counts(), "people", counts())),
                "undoable", said("Whether what the job changed can be taken back."),
                "insistable", said("Whether undoing with `insist` would take back what this undo left because somebody had changed it since."),
                "about", object("type", "object", "additionalProperties", true),
                "record", explained(members("object", text(), "id", text("uuid"), "title", text()), "The record it is about, where it is about one that one sees."),
                "uploadThere", said("Whether the upload that the job imported is still there for the caller to import again."),
                "wish", explained(orNull(oneOf("pause", "cancel")), "What was asked of a running job that has not complied yet."),
                "failures", explained(orNull(text("uri-reference")), "The file of what was not done; null where there is none, or none any more."),
                "file", explained(text("uri-reference"), "The file that was asked for; only for whoever asked, once it is complete and as long as it is kept."),
                "fileUntil", explained(text("date-time"), "How long it is kept."),
                "by", schema("Reference"),
                "createdAt", text("date-time"),
                "startedAt", orNull(text("date-time")),
                "finishedAt", orNull(text("date-time"))));
        return job;
    }

    private static Map<String, Object> counts() {
        return object("type", "object", "additionalProperties", number());
    }

    private static Map<String, Object> said(String whether) {
        return object("type", "boolean", "description", whether);
    }

    private static Map<String, Object> explained(Map<String, Object> schema, String description) {
        schema.put("description", description);
        return schema;
    }

    private static Map<String, Object> importFile() {
        Map<String, Object> form = object("type", "object", "required", List.of("file", "object"));
        form.put("properties", object(
                "file", object("type", "string", "contentMediaType", "application/octet-stream", "description", "CSV or XLSX, the first row with headings."),
                "object", text(),
                "map", object("type", "string", "description", "YAML that says which column is which attribute."),
                "mode", object("type", "string", "enum", List.of("create", "update", "upsert"), "default", "create"),
                "key", object("type", "string", "description", "The attributes by which a row finds its record, separated by commas."),
                "dryRun", object("type", "boolean", "default", false),
                "duplicates", object(
                        "type", "string", "enum", List.of("create", "skip", "update"), "default", "create",
                        "description", "What becomes of new rows that are like a record: `GET /jobs/{id}/alike` tells which they were."),
                "automation", object(
                        "type", "string", "enum", List.of("now", "later"), "default", "now",
                        "description", "Whether rules run for what comes in, behind all else, or wait until somebody lets them go.")));
        return new Operation(JOBS, "importFile", "Bring in the rows of a file")
                .body("multipart/form-data", form, Examples.of("importFile"))
                .answers(202, "The job that does it.", schema("Job"), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> jobs() {
        return new Operation(JOBS, "listJobs", "Jobs, newest first")
                .takes("Page")
                .answers(200, "The page.", schema("JobPage"))
                .fails(ProblemKind.MALFORMED)
                .described();
    }

    private static Map<String, Object> job() {
        return new Operation(JOBS, "getJob", "How far a job is")
                .takes("Id")
                .answers(200, "The job.", schema("Job"))
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    /** A file, not a page: the rows as they came, to be mended and brought again. */
    private static Map<String, Object> failures() {
        return new Operation(JOBS, "getJobFailures", "The rows a job could not do, and why, as a CSV file")
                .takes("Id")
                .answers(200, "The file, as `text/csv`.")
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> left() {
        Map<String, Object> item = members("object", text(), "id", text("uuid"), "title", orNull(text()), "reason", text());
        return new Operation(JOBS, "listJobLeft", "Which records a job left as they were, and why")
                .says("The first hundred; `more` says whether there are others, which are all in the file of failures. Records that one does not see have no title.")
                .takes("Id")
                .answers(200, "The records.", members("items", list(item), "more", object("type", "boolean")))
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> file() {
        return new Operation(JOBS, "getJobFile", "The file an export was asked for")
                .says("Written by the rights one has now: records and attributes that are not seen any more are left out, and records that are "
                        + "not there any more.")
                .takes("Id")
                .answersFile(200, "The file; a workbook where that was asked for.", "text/csv")
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> wish(String id, String summary) {
        return new Operation(JOBS, id, summary)
                .takes("Id")
                .answers(200, "The job.", schema("Job"))
                .fails(ProblemKind.NOT_FOUND, ProblemKind.CONFLICT)
                .described();
    }

    private static Map<String, Object> undo() {
        return new Operation(JOBS, "undoJob", "Take back what a job changed, as a job of its own")
                .takes("Id")
                .query("insist", "Whether also what was changed since.", false, object("type", "boolean", "default", false))
                .answers(202, "The job that does it.", schema("Job"), "Location")
                .fails(ProblemKind.NOT_FOUND, ProblemKind.CONFLICT)
                .described();
    }
}
