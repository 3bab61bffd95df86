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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules by which records' pages say what is best done next. */
final class AdviceRulePaths {

    private static final String TAG = "adviceRules";
    private static final String BASE = "/api/v1/advice-rules";

    private final Map<String, Object> example;

    /** @param types those there are for the caller; the examples are about the first whose title people write */
    AdviceRulePaths(List<ObjectType> types) {
        ObjectType type = types.stream().filter(each -> each.title().isWritable()).findFirst().orElse(types.getFirst());
        String title = type.title().name();
        example = object(
                "object", type.path(), "active", true, "weight", 40, "reasons", object("en", "It is called too short."), "actions", object("en", "Write it out"),
                "condition", title + " == 'x'", "remedy", object("kind", "fill", "attribute", title));
    }

    Map<String, Object> described() {
        return object(
                BASE, object("get", listed(), "post", created()),
                BASE + "/trial", object("post", tried()),
                BASE + "/{rule}", object("get", read(), "put", replaced(), "delete", deleted()));
    }

    static Map<String, Object> schemas() {
        Map<String, Object> words = object("type", "object", "additionalProperties", text());
        return object(
                "AdviceRule", members(
                        "id", text(), "version", number(), "object", text(), "shipped", yesNo(), "active", yesNo(), "weight", number(), "reason", text(),
                        "reasons", words, "action", text(), "actions", words, "condition", orNull(text()), "pointing", orNull(schema("AdvicePointing")),
                        "remedy", schema("AdviceRemedy"), "errors", list(object("type", "object", "additionalProperties", true))),
                "AdviceRuleInput", optional(
                        "object", text(), "active", yesNo(), "weight", number(), "reason", text(), "reasons", words, "action", text(), "actions", words,
                        "condition", orNull(text()), "pointing", orNull(schema("AdvicePointing")), "remedy", schema("AdviceRemedy")),
                "AdvicePointing", optional("object", text(), "attribute", text(), "condition", orNull(text()), "open", yesNo()),
                "AdviceRemedy", optional(
                        "kind", oneOf("fill", "run", "open", "make"), "attribute", text(), "command", text(),
                        "values", object("type", "object", "additionalProperties", true)),
                "AdviceTrial", members(
                        "count", members("value", number(), "exact", yesNo()), "items", list(members("id", text("uuid"), "title", text())),
                        "filter", orNull(text())));
    }

    private static Map<String, Object> listed() {
        return new Operation(TAG, "listAdviceRules", "The rules of the objects that one may set up")
                .says("Those that are `shipped` have a name such as `task.late` as their `id`, and the `version` 0 where the company has left them as they are. "
                        + "A rule with `errors` names what is not there any more, and says nothing on records.")
                .answers(200, "Object by object, the weightiest first.", members("items", list(schema("AdviceRule"))))
                .described();
    }

    private Map<String, Object> created() {
        return new Operation(TAG, "createAdviceRule", "Have something advised from now on")
                .says("On the pages of records of the `object` that are not at the end of their board, and of which the `condition` holds, the `reason` is told to "
                        + "whoever could follow it, with one way to do it, the greatest `weight` (1 to 100) first. The `remedy` is to `fill` an `attribute`, to `run` a "
                        + "`command`, to `open` the first of the records that point there, or to `make` one with `values` where there is none. The last two say by "
                        + "`pointing` which records of which object point there by which attribute, which of them count by a `condition` of theirs, and whether only "
                        + "those count that are `open`. The first two need a `condition`. Words are in the language of whoever sends them, or by language in `reasons` and `actions`.")
                .body(schema("AdviceRuleInput"), example)
                .answers(201, "The rule.", schema("AdviceRule"), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> read() {
        return new Operation(TAG, "getAdviceRule", "One rule")
                .takes("AdviceRule")
                .answers(200, "The rule.", schema("AdviceRule"))
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> replaced() {
        Map<String, Object> body = new LinkedHashMap<>(example);
        body.remove("object");
        return new Operation(TAG, "replaceAdviceRule", "Write a rule anew")
                .says("Of one that is shipped, only `active` and `weight` are taken.")
                .takes("AdviceRule", "IfMatch")
                .body(schema("AdviceRuleInput"), body)
                .answers(200, "The rule.", schema("AdviceRule"))
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND, ProblemKind.STALE, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE)
                .fails(ProblemKind.RULE_BROKEN, ProblemKind.PRECONDITION_REQUIRED)
                .described();
    }

    private static Map<String, Object> deleted() {
        return new Operation(TAG, "deleteAdviceRule", "Take a rule away")
                .says("One that is shipped is again as it was shipped.")
                .takes("AdviceRule")
                .answers(204, "Done.")
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> tried() {
        return new Operation(TAG, "tryAdviceRule", "On how many pages a rule would be told now")
                .says("Nothing is kept. Counts up to a thousand of the records that one may see, and names the newest. Where a `filter` of lists shows the same records, it is told.")
                .body(schema("AdviceRuleInput"), example)
                .answers(200, "So many.", schema("AdviceTrial"))
                .fails(ProblemKind.MALFORMED, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN)
                .described();
    }
}
