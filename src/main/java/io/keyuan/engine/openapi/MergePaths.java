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

/** Several records made one. */
final class MergePaths {

    private static final String SAYS = "`into` stays, `from` (up to 20) become it. `choose` names by attribute the record whose value is taken, or `all`"
            + " for what all have together of long texts and several choices; `values` says by attribute what is to stand there instead. Where nothing is"
            + " said its own value stays, or where it has none the first there is; tags are united. `versions` are those that were seen.";

    private final ObjectType type;
    private final String plural;

    MergePaths(ObjectType type, String plural) {
        this.type = type;
        this.plural = plural;
    }

    Map<String, Object> described() {
        String base = "/api/v1/" + type.path() + "/merge";
        return object(base, object("post", merged()), base + "/preview", object("post", previewed()));
    }

    static Map<String, Object> schemas() {
        Map<String, Object> counts = object("type", "object", "additionalProperties", number());
        Map<String, Object> group = members("people", list(members("id", text("uuid"), "title", text())), "more", number());
        return object(
                "MergeRequest", object(
                        "type", "object", "required", List.of("into", "from"),
                        "properties", object(
                                "into", text("uuid"), "from", list(text("uuid")),
                                "choose", object("type", "object", "additionalProperties", text()),
                                "values", object("type", "object", "additionalProperties", true),
                                "versions", object("type", "object", "additionalProperties", number()))),
                "MergePreview", members(
                        "into", text("uuid"),
                        "records", list(members("id", text("uuid"), "title", text(), "owner", orNull(schema("Reference")), "version", number())),
                        "attributes", list(members(
                                "attribute", text(), "values", object("type", "object", "additionalProperties", true), "differs", yesNo(),
                                "from", orNull(text()), "result", object(), "choosable", yesNo(), "together", yesNo())),
                        "related", list(members("object", text(), "attribute", text(), "counts", counts, "hidden", number(), "more", yesNo())),
                        "belongings", object("type", "object", "additionalProperties", counts),
                        "obstacles", list(members("record", orNull(text("uuid")), "code", text(), "message", text())),
                        "sight", members("losing", group, "gaining", group)));
    }

    private Map<String, Object> merged() {
        return operation("merge" + plural, "Make one record of several")
                .says(SAYS + " What pointed to the others points to it, files, comments, follows, shares and segments come along, and the others go: their"
                        + " addresses lead on to it (308), writing there is answered with 409 and `mergedInto`. Undo it as the job it is.")
                .body(schema("MergeRequest"), example())
                .answers(200, "The job that has done it.", schema("Job"), "Location")
                .answers(202, "The job that does it, where more than 1,000 records point to the others.", schema("Job"), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND, ProblemKind.CONFLICT, ProblemKind.STALE, ProblemKind.TOO_LARGE)
                .fails(ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN)
                .described();
    }

    private Map<String, Object> previewed() {
        return operation("previewMergeOf" + plural, "What would become of records if they were made one")
                .says(SAYS + " Nothing is written. `sight` tells who would no longer see what they see, and who would see more.")
                .body(schema("MergeRequest"), example())
                .answers(200, "Attribute by attribute, and what hangs on the records.", schema("MergePreview"))
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> example() {
        return object("into", "01900000-0000-7000-8000-000000000000", "from", List.of("01900000-0000-7000-8000-000000000001"));
    }

    private Operation operation(String id, String summary) {
        return new Operation(type.path(), id, summary);
    }
}
