package io.keyuan.engine.openapi;

import static io.keyuan.engine.openapi.Json.list;
import static io.keyuan.engine.openapi.Json.members;
import static io.keyuan.engine.openapi.Json.number;
import static io.keyuan.engine.openapi.Json.object;
import static io.keyuan.engine.openapi.Json.oneOf;
import static io.keyuan.engine.openapi.Json.optional;
import static io.keyuan.engine.openapi.Json.schema;
import static io.keyuan.engine.openapi.Json.text;
import static io.keyuan.engine.openapi.Json.yesNo;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ProblemKind;
import java.util.List;
import java.util.Map;

/** How records get numbers by themselves. */
final class NumberPaths {

    private static final String TAG = "numbering";

    private final String example;

    /** @param types those there are for the caller; the examples are about the first that is numbered */
    NumberPaths(List<ObjectType> types) {
        example = types.stream().filter(type -> type.numbered() != null).findFirst().orElse(types.getFirst()).path();
    }

    Map<String, Object> described() {
        return object(
                "/api/v1/numbering", object("get", listed(), "put", replaced()),
                "/api/v1/numbering/records", object("post", given()));
    }

    static Map<String, Object> schemas() {
        Map<String, Object> restarts = oneOf("never", "yearly", "monthly", "daily");
        return object(
                "Numbering", members(
                        "object", text(), "label", text(), "attribute", text(), "version", number(), "active", yesNo(), "format", text(),
                        "restart", restarts, "byHand", yesNo(), "next", number(), "preview", list(text())),
                "NumberingInput", optional(
                        "object", text(), "active", yesNo(), "format", text(), "restart", restarts, "byHand", yesNo(), "next", number()));
    }

    private static Map<String, Object> listed() {
        return new Operation(TAG, "listNumbering", "How the records of each object are numbered, as far as one may configure it")
                .says("`preview` is what the next numbers would be today. The `version` is 0 where nobody has said anything yet.")
                .answers(200, "By object.", members("items", list(schema("Numbering"))))
                .described();
    }

    private Map<String, Object> replaced() {
        return new Operation(TAG, "replaceNumbering", "Say how the records of an object are numbered")
                .says("The `format` is text with `{yyyy}`, `{yy}`, `{mm}`, `{dd}` and one counter such as `{0000}`, which has at least so many digits. It has the parts of "
                        + "the date by which the counter begins anew, at midnight where the company is. Numbers are never given twice; what is not saved after all leaves a "
                        + "gap. Without `next` it goes on where it is.")
                .takes("IfMatch")
                .body(schema("NumberingInput"), object(
                        "object", example, "active", true, "format", "N-{yyyy}{mm}-{0000}", "restart", "monthly", "byHand", true, "next", 1))
                .answers(200, "How they are numbered.", schema("Numbering"))
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND, ProblemKind.STALE, ProblemKind.TOO_LARGE)
                .fails(ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN, ProblemKind.PRECONDITION_REQUIRED)
                .described();
    }

    private Map<String, Object> given() {
        return new Operation(TAG, "numberRecords", "Give numbers to the records that have none")
                .body(optional("object", text()), object("object", example))
                .answers(202, "The job that does it.", schema("Job"), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND, ProblemKind.TOO_LARGE)
                .fails(ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN)
                .described();
    }
}
