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

import io.keyuan.engine.ProblemKind;
import java.util.Map;

/** The audit trail of the caller's company, and the chain that protects it. */
final class AuditPaths {

    private static final String AUDIT = "audit";

    private AuditPaths() {}

    static Map<String, Object> described() {
        return object(
                "/api/v1/audit", object("get", find()),
                "/api/v1/audit/kinds", object("get", kinds()),
                "/api/v1/audit/export", object("get", export()),
                "/api/v1/audit/seals", object("get", seals()),
                "/api/v1/audit/verifications", object("get", verifications(), "post", verify()));
    }

    static Map<String, Object> schemas() {
        return object(
                "AuditItem", members(
                        "id", text("uuid"),
                        "at", text("date-time"),
                        "source", oneOf("change", "event"),
                        "kind", text(),
                        "label", object("type", "string", "description", "The kind in the caller's language."),
                        "by", schema("Reference"),
                        "seenAs", orNull(schema("Reference")),
                        "object", orNull(text()),
                        "record", orNull(schema("Reference")),
                        "records", list(schema("Reference")),
                        "recordCount", number(),
                        "changes", list(schema("AuditChange")),
                        "details", list(members("name", text(), "label", text(), "text", text())),
                        "address", orNull(text()),
                        "request", orNull(text()),
                        "token", orNull(text("uuid")),
                        "operation", orNull(text("uuid"))),
                "AuditChange", members("attribute", text(), "old", object(), "new", object()),
                "Seal", members(
                        "number", number(),
                        "at", text("date-time"),
                        "rows", number(),
                        "hash", object("type", "string", "description", "SHA-256 in hexadecimal.")));
    }

    private static Operation narrowed(String id, String summary) {
        return new Operation(AUDIT, id, summary)
                .query("from", "The earliest moment.", false, text("date-time"))
                .query("to", "The first moment that is too late.", false, text("date-time"))
                .query("person", "Who did it.", false, text("uuid"))
                .query("kind", "What happened, as `/api/v1/audit/kinds` names it.", false, text())
                .query("object", "To which object, as addresses name it.", false, text())
                .query("record", "To which record.", false, text("uuid"))
                .query("words", "A text in the values or details.", false, object("type", "string", "maxLength", 200));
    }

    private static Map<String, Object> find() {
        return narrowed("findInAudit", "Changes of records and other events, the newest first")
                .says("Administrators only. What no index decides is looked for among the next 20,000 rows; `searchedTo` then says how"
                        + " far back, and `next` goes on from there.")
                .query("page", "What the page before said comes `next`.", false, text())
                .query("limit", "Rows of a page.", false, object("type", "integer", "minimum", 1, "maximum", 200, "default", 50))
                .answers(200, "A page.", members(
                        "items", list(schema("AuditItem")), "next", orNull(text()), "searchedTo", orNull(text("date-time"))))
                .fails(ProblemKind.MALFORMED, ProblemKind.UNINDEXED)
                .described();
    }

    private static Map<String, Object> kinds() {
        return new Operation(AUDIT, "listAuditKinds", "What may be looked for by kind")
                .says("Administrators only.")
                .answers(200, "All kinds.", members("items", list(members("kind", text(), "label", text()))))
                .described();
    }

    private static Map<String, Object> export() {
        return narrowed("exportAudit", "What is looked for, as a table")
                .says("Administrators only. The export is itself kept in the trail. Cells that a spreadsheet would take for formulas begin with"
                        + " an apostrophe.")
                .answersFile(200, "UTF-8 with a byte order mark.", "text/csv")
                .fails(ProblemKind.MALFORMED)
                .described();
    }

    private static Map<String, Object> seals() {
        return new Operation(AUDIT, "listSeals", "The blocks of the chain, the newest first")
                .says("Administrators only.")
                .query("before", "Blocks below this number.", false, object("type", "integer"))
                .answers(200, "Up to 50.", members("items", list(schema("Seal")), "next", orNull(number())))
                .described();
    }

    private static Map<String, Object> verifications() {
        return new Operation(AUDIT, "listVerifications", "The newest verification of the chain")
                .says("Administrators only.")
                .answers(200, "The job, or nothing.", members("items", list(schema("Job"))))
                .described();
    }

    private static Map<String, Object> verify() {
        return new Operation(AUDIT, "verifyAudit", "Hold the trail against the chain")
                .says("Administrators only. The job's `result` says whether the trail is `intact`, and if not, which block and row was the"
                        + " first that is not as it was sealed.")
                .body(optional("since", object("type", "string", "pattern", "^[0-9a-fA-F]{64}$")), object())
                .answers(202, "The job.", schema("Job"), "Location")
                .fails(ProblemKind.RULE_BROKEN)
                .described();
    }
}
