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
import static io.keyuan.engine.openapi.Json.yesNo;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ProblemKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Records that are about the same. */
final class DuplicatePaths {

    private static final List<String> TWO = List.of("01900000-0000-7000-8000-000000000000", "01900000-0000-7000-8000-000000000001");

    /** What saving a record takes beside its values. */
    static final String ALLOW = "Whoever knows of records like theirs says `allow`; without it they are answered with 409 and those records, where the"
            + " company wants it so.";

    private final ObjectType type;
    private final String plural;

    DuplicatePaths(ObjectType type, String plural) {
        this.type = type;
        this.plural = plural;
    }

    static Map<String, Object> allow() {
        return object("type", "string", "enum", List.of("allow"));
    }

    Map<String, Object> described() {
        String base = "/api/v1/" + type.path() + "/duplicates";
        return object(
                base, object("get", listed(), "post", asked()),
                base + "/dismiss", object("post", together("dismiss" + plural + "Duplicates", "Say of records that no two of them are the same")),
                base + "/reopen", object("post", together("reopen" + plural + "Duplicates", "Say of records that they may be the same after all")),
                base + "/standing", object("get", standing(), "put", ruled()),
                base + "/scan", object("post", scanned()));
    }

    static Map<String, Object> schemas() {
        Map<String, Object> reasons = list(schema("DuplicateReason"));
        Map<String, Object> reason = optional("attribute", text(), "code", text(), "for", yesNo(), "text", text());
        Map<String, Object> candidate = optional(
                "hidden", yesNo(), "id", text("uuid"), "title", text(), "owner", members("id", text("uuid"), "title", text()), "score", number(),
                "reasons", reasons);
        return object(
                "DuplicateReason", reason,
                "DuplicateCandidates", members("candidates", list(candidate)),
                "DuplicateGroups", members(
                        "items", list(members(
                                "id", orNull(text("uuid")), "score", number(),
                                "records", list(members("id", text("uuid"), "title", text())),
                                "pairs", list(members("one", text("uuid"), "other", text("uuid"), "score", number(), "reasons", reasons)))),
                        "next", orNull(text()), "count", orNull(members("value", number(), "exact", yesNo()))),
                "DuplicateStanding", members(
                        "onSave", oneOf("nothing", "warn", "refuse"), "scannedAt", orNull(text("date-time")), "underway", yesNo(), "mayScan", yesNo(),
                        "mayConfigure", yesNo()));
    }

    private Map<String, Object> asked() {
        return operation("like" + plural, "The records like what somebody types")
                .says("With a score up to 100 and reasons in words; from 70 on two are taken for one. `values` are those of a new record, or with `id` what"
                        + " changes of one. Of a record that the caller may not see they learn that there is one, by what they gave themselves, and whose it is.")
                .body(optional("id", text("uuid"), "values", object("type", "object", "additionalProperties", true)),
                        object("values", object(Objects.requireNonNull(type.sameness()).name().name(), "远山科技")))
                .answers(200, "Up to 20, the likeliest first.", schema("DuplicateCandidates"))
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE)
                .described();
    }

    private Map<String, Object> listed() {
        return operation("list" + plural + "Duplicates", "Groups of records that seem to be one, as far as one sees them")
                .says("All are compared by a job first; from then on what changes is compared again within seconds.")
                .query("state", "Those to be looked at, or the latest that were said not to be the same.", false,
                        object("type", "string", "enum", List.of("open", "dismissed"), "default", "open"))
                .query("page", "Where the page begins, as the page before says.", false, text())
                .answers(200, "20 groups, the likeliest first.", schema("DuplicateGroups"))
                .fails(ProblemKind.MALFORMED)
                .described();
    }

    private Map<String, Object> together(String id, String summary) {
        return operation(id, summary)
                .body(members("records", list(text("uuid"))), object("records", TWO))
                .answers(204, "Done.")
                .fails(ProblemKind.MALFORMED, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN)
                .described();
    }

    private Map<String, Object> standing() {
        return operation("get" + plural + "DuplicateStanding", "What happens when a record like another is saved, and when all were compared last")
                .answers(200, "How things stand.", schema("DuplicateStanding"))
                .described();
    }

    private Map<String, Object> ruled() {
        return operation("set" + plural + "DuplicateStanding", "Say what happens when a record like another is saved")
                .says("`refuse` may be overridden by whoever may configure the object.")
                .body(members("onSave", oneOf("nothing", "warn", "refuse")), object("onSave", "warn"))
                .answers(200, "How things stand.", schema("DuplicateStanding"))
                .fails(ProblemKind.MALFORMED, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN)
                .described();
    }

    private Map<String, Object> scanned() {
        return operation("scan" + plural, "Have all records compared with each other")
                .answers(202, "The job that does it.", schema("Job"), "Location")
                .fails(ProblemKind.CONFLICT)
                .described();
    }

    private Operation operation(String id, String summary) {
        return new Operation(type.path(), id, summary);
    }
}
