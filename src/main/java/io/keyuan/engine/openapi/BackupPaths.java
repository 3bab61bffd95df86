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
import java.util.Map;

/** Backups of the caller's company. */
final class BackupPaths {

    private static final String BACKUPS = "backups";

    private BackupPaths() {}

    static Map<String, Object> described() {
        return object(
                "/api/v1/backups", object("get", listBackups(), "post", take()),
                "/api/v1/backups/{id}", object("delete", delete()),
                "/api/v1/backups/{id}/file", object("get", file()));
    }

    static Map<String, Object> schemas() {
        return object("Backup", members(
                "id", text("uuid"),
                "state", oneOf("queued", "running", "paused", "done", "failed", "cancelled", "undone"),
                "progress", object("type", "number", "minimum", 0, "maximum", 1),
                "createdAt", text("date-time"),
                "finishedAt", orNull(text("date-time")),
                "by", schema("Reference"),
                "name", text(),
                "rows", orNull(number()),
                "size", orNull(object("type", "integer", "description", "In bytes.")),
                "verified", object("type", "boolean", "description", "Whether it was read back and found to be what was written."),
                "keptUntil", orNull(text("date-time"))));
    }

    private static Map<String, Object> listBackups() {
        return new Operation(BACKUPS, "listBackups", "The company's backups, newest first")
                .says("Administrators only.")
                .answers(200, "Up to 50.", members("items", list(schema("Backup"))))
                .described();
    }

    private static Map<String, Object> take() {
        return new Operation(BACKUPS, "takeBackup", "Take a backup of the company's data")
                .says("Administrators only. It holds everything as it is at one moment while the job runs.")
                .answers(202, "The backup; `Location` is the job that takes it.", schema("Backup"), "Location")
                .described();
    }

    private static Map<String, Object> file() {
        return new Operation(BACKUPS, "getBackupFile", "The file of a backup that is complete")
                .takes("Id")
                .answersFile(200, "For `keyuan restore`.", "application/gzip")
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> delete() {
        return new Operation(BACKUPS, "deleteBackup", "Delete a backup")
                .takes("Id")
                .answers(204, "It is gone.")
                .fails(ProblemKind.NOT_FOUND, ProblemKind.CONFLICT)
                .described();
    }
}
