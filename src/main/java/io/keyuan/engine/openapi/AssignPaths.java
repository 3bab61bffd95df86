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
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How records that belong to people come to belong to others. */
final class AssignPaths {

    private static final String RULES = "assignmentRules";
    private static final String SOMEBODY = "01900000-0000-7000-8000-000000000000";

    private final ObjectType type;
    private final String name;
    private final String plural;

    AssignPaths(ObjectType type, String name, String plural) {
        this.type = type;
        this.name = name;
        this.plural = plural;
    }

    /** Of records of one object. */
    Map<String, Object> described() {
        String base = "/api/v1/" + type.path();
        return object(
                base + "/assign", object("get", offer(), "post", many()),
                base + "/{id}/assign", object("get", offerOfOne(), "post", one()),
                base + "/{id}/owners", object("get", owners()));
    }

    private Map<String, Object> offer() {
        return operation("offerToAssign" + plural, "What can move along, and by which rules records can be given to people")
                .answers(200, "What there is to choose.", schema("AssignOffer"))
                .described();
    }

    private Map<String, Object> many() {
        return operation("assign" + plural, "Give many records to a person, or to people by a rule")
                .says("By `filter` or by `ids`, up to 10,000. With `dryRun` the job only tells who would get how many.")
                .body(schema("AssignMany"), object("filter", "", "to", SOMEBODY, "dryRun", true))
                .answers(202, "The job that does it.", schema("Job"), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN)
                .described();
    }

    private Map<String, Object> offerOfOne() {
        return operation("offerToAssign" + name, "What hangs on a record and could move along, counted")
                .takes("Id")
                .answers(200, "What there is to choose.", schema("AssignOffer"))
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> one() {
        return operation("assign" + name, "Give a record to a person, or to whom a rule says")
                .says("It is done when it is answered; where very much moves along, the answer is 202 and the job that does it.")
                .takes("Id")
                .body(schema("AssignOne"), object("to", SOMEBODY, "note", "You know them best."))
                .answers(200, "What moved, and what stayed and why; `job` can be taken back.", schema("Assigned"))
                .answers(202, "The job that does it.", schema("Job"), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE)
                .fails(ProblemKind.RULE_BROKEN)
                .described();
    }

    private Map<String, Object> owners() {
        return operation("list" + name + "Owners", "Whom a record belonged to, the newest first")
                .takes("Id")
                .answers(200, "The owners.", schema("OwnersInTime"))
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private Operation operation(String id, String summary) {
        return new Operation(type.path(), id, summary);
    }

    static Map<String, Object> rules() {
        return object(
                "/api/v1/assignment-rules", object("get", listed(), "post", created()),
                "/api/v1/assignment-rules/order", object("post", ordered()),
                "/api/v1/assignment-rules/{id}", object("get", read(), "put", replaced(), "delete", deleted()));
    }

    private static Map<String, Object> listed() {
        return new Operation(RULES, "listAssignmentRules", "The rules by which records are given to people, as far as one may configure their objects")
                .answers(200, "The rules, of each object in the order in which they are asked.", schema("AssignmentRules"))
                .described();
    }

    private static Map<String, Object> created() {
        return new Operation(RULES, "createAssignmentRule", "Make a rule; it is asked last")
                .bodyByExample(schema("AssignmentRuleInput"))
                .answers(201, "The rule.", schema("AssignmentRule"), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> read() {
        return new Operation(RULES, "getAssignmentRule", "One rule").takes("Id").answers(200, "The rule.", schema("AssignmentRule")).fails(ProblemKind.NOT_FOUND).described();
    }

    private static Map<String, Object> replaced() {
        return new Operation(RULES, "replaceAssignmentRule", "Write a rule anew")
                .takes("Id", "IfMatch")
                .bodyByExample(schema("AssignmentRuleInput"))
                .answers(200, "The rule.", schema("AssignmentRule"))
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND, ProblemKind.STALE, ProblemKind.TOO_LARGE)
                .fails(ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN, ProblemKind.PRECONDITION_REQUIRED)
                .described();
    }

    private static Map<String, Object> deleted() {
        return new Operation(RULES, "deleteAssignmentRule", "Delete a rule").takes("Id").answers(204, "Done.").fails(ProblemKind.NOT_FOUND).described();
    }

    private static Map<String, Object> ordered() {
        return new Operation(RULES, "orderAssignmentRules", "Say in which order the rules of one object are asked")
                .body(members("ids", list(text("uuid"))), object("ids", List.of(SOMEBODY)))
                .answers(200, "All rules.", schema("AssignmentRules"))
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE)
                .fails(ProblemKind.RULE_BROKEN)
                .described();
    }

    static Map<String, Object> schemas() {
        return object(
                "AssignOne", optional(asked()),
                "AssignMany", optional(with(asked(), "filter", text(), "ids", list(text("uuid")), "dryRun", yesNo())),
                "Assigned", optional(
                        "job", orNull(text("uuid")), "owner", orNull(schema("Reference")),
                        "moved", list(members("object", text(), "moved", number(), "stayed", number(), "why", list(reason())))),
                "AssignOffer", optional("owner", orNull(schema("Reference")), "along", list(along()), "rules", list(schema("NamedRule"))),
                "NamedRule", members("id", text("uuid"), "name", text()),
                "OwnersInTime", members("items", list(schema("OwnerInTime"))),
                "OwnerInTime", members(
                        "owner", orNull(schema("Reference")), "from", text("date-time"), "until", orNull(text("date-time")),
                        "by", schema("Reference"), "operation", orNull(text("uuid")), "note", orNull(text())),
                "AssignmentRuleInput", optional(with(said(), "people", list(text("uuid")), "group", orNull(optional("object", text(), "id", text("uuid"))),
                        "values", list(optional("value", text(), "person", text("uuid"))))),
                "AssignmentRule", members(with(said(), "id", text("uuid"), "version", number(), "people", list(schema("Reference")),
                        "group", orNull(schema("Reference")), "values", list(optional("value", text(), "title", text(), "person", schema("Reference"))))),
                "AssignmentRules", members("items", list(schema("AssignmentRule")), "groups", list(text())));
    }

    private static Object[] asked() {
        return new Object[] {
            "to", text("uuid"),
            "rule", object("type", "string", "description", "The id of a rule, or `matching`."),
            "along", list(text()),
            "alongOf", oneOf("same-owner", "anyone"),
            "alongState", oneOf("open", "all"),
            "note", object("type", "string", "maxLength", 1000)
        };
    }

    private static Object[] said() {
        return new Object[] {
            "object", text(), "name", text(), "active", yesNo(), "automatic", yesNo(),
            "condition", orNull(text()), "method", oneOf("round-robin", "least-load", "by-value"), "attribute", orNull(text()),
            "mostOpen", orNull(number())
        };
    }

    private static Map<String, Object> reason() {
        return optional("path", text(), "code", text(), "message", text(), "args", list(object()), "count", number());
    }

    private static Map<String, Object> along() {
        return optional(
                "object", text(), "ends", yesNo(), "all", number(), "sameOwner", number(), "open", number(), "openOfSameOwner", number());
    }

    private static Object[] with(Object[] some, Object... more) {
        Object[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
