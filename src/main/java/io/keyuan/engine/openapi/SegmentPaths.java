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

/** Records kept together under a name. */
final class SegmentPaths {

    private static final String TAG = "segments";

    private final String path;
    private final Map<String, Object> example;

    /** @param type any object; the examples are about it */
    SegmentPaths(ObjectType type) {
        path = type.path();
        example = object("object", path, "name", "Trade fair guests", "description", "Whom we met in spring", "kind", "static");
    }

    Map<String, Object> described() {
        return object(
                "/api/v1/segments", object("get", listed(), "post", created()),
                "/api/v1/segments/{id}", object("get", read(), "put", replaced(), "delete", deleted()),
                "/api/v1/segments/{id}/members", object("post", some()),
                "/api/v1/segments/{id}/members/bulk", object("post", many()));
    }

    static Map<String, Object> schemas() {
        return object(
                "Segment", members(
                        "id", text("uuid"), "version", number(), "object", text(), "name", text(), "description", text(),
                        "kind", oneOf("static", "live"), "filter", text(), "owner", somebody(), "everyone", yesNo(), "sharedWith", list(somebody()),
                        "members", orNull(number()), "computedAt", orNull(text("date-time")),
                        "job", object("anyOf", List.of(schema("Job"), object("type", "null"))), "mayChange", yesNo()),
                "SegmentInput", optional(
                        "object", text(), "name", text(), "description", text(), "kind", oneOf("static", "live"), "filter", text(),
                        "everyone", yesNo(), "sharedWith", list(text("uuid"))));
    }

    private static Map<String, Object> somebody() {
        return members("id", text("uuid"), "kind", orNull(text()), "title", orNull(text()));
    }

    private Map<String, Object> listed() {
        return new Operation(TAG, "listSegments", "The segments that one has: one's own, and those others share")
                .says("Their members are listed as any records are, by the filter `inSegment('<id>')`: whoever asks sees those they may see."
                        + " `members` counts all, for those who may see all records of the object.")
                .query("object", "Only those of an object, as in addresses.", false, object("type", "string", "example", path))
                .answers(200, "Up to 500, by name; none with a condition about something the caller may not read.", members("items", list(schema("Segment"))))
                .fails(ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> read() {
        return new Operation(TAG, "getSegment", "One segment")
                .takes("Id")
                .answers(200, "The segment.", schema("Segment"))
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> created() {
        return new Operation(TAG, "createSegment", "Keep records together")
                .says("People put records into a `static` one; of a `live` one those are members of which `filter` is true, a condition about the"
                        + " record's own attributes. A job finds them, and they follow every change within seconds.")
                .body(schema("SegmentInput"), example)
                .answers(201, "The segment.", schema("Segment"), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE)
                .fails(ProblemKind.RULE_BROKEN)
                .described();
    }

    private Map<String, Object> replaced() {
        return new Operation(TAG, "replaceSegment", "Write a segment anew")
                .says("For its owner, and for those who may configure the object. Members of a live one with another condition are found anew.")
                .takes("Id", "IfMatch")
                .body(schema("SegmentInput"), example)
                .answers(200, "The segment.", schema("Segment"))
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND, ProblemKind.STALE)
                .fails(ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN, ProblemKind.PRECONDITION_REQUIRED)
                .described();
    }

    private Map<String, Object> deleted() {
        return new Operation(TAG, "deleteSegment", "Delete a segment")
                .says("Its members stay where they are.")
                .takes("Id")
                .answers(204, "Done.")
                .fails(ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> some() {
        return new Operation(TAG, "changeSegmentMembers", "Put records into a static segment and take others out")
                .says("Up to 1,000 of each, of those that the caller may see. Asked for the contrary of the answer, it is as before.")
                .takes("Id")
                .body(optional("add", list(text("uuid")), "remove", list(text("uuid"))), object("add", List.of(), "remove", List.of("00000000-0000-7000-8000-000000000000")))
                .answers(200, "Which ones came and went.", members("added", list(text("uuid")), "removed", list(text("uuid"))))
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND, ProblemKind.CONFLICT)
                .fails(ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE)
                .described();
    }

    private Map<String, Object> many() {
        return new Operation(TAG, "changeManySegmentMembers", "Put many records into a static segment, or take them out, by a job")
                .takes("Id")
                .body(optional("filter", text(), "ids", list(text("uuid")), "remove", yesNo()), object("filter", "createdAt < date('2000-01-01')"))
                .answers(202, "The job that does it.", schema("Job"), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND, ProblemKind.CONFLICT)
                .fails(ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.BAD_FILTER)
                .described();
    }
}
