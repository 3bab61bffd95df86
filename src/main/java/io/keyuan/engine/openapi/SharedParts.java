package io.keyuan.engine.openapi;

import static io.keyuan.engine.openapi.Json.array;
import static io.keyuan.engine.openapi.Json.list;
import static io.keyuan.engine.openapi.Json.members;
import static io.keyuan.engine.openapi.Json.number;
import static io.keyuan.engine.openapi.Json.object;
import static io.keyuan.engine.openapi.Json.oneOf;
import static io.keyuan.engine.openapi.Json.orNull;
import static io.keyuan.engine.openapi.Json.schema;
import static io.keyuan.engine.openapi.Json.text;
import static io.keyuan.engine.openapi.Json.yesNo;

import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Query;
import io.keyuan.engine.address.AddressPart;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What several operations share: values, problems, parameters, headers, ways to sign in. */
final class SharedParts {

    private static final String DECIMAL = "^-?[0-9]+(\\.[0-9]+)?$";

    private SharedParts() {}

    static Map<String, Object> decimal(int scale) {
        return object("type", "string", "format", "decimal", "pattern", DECIMAL, "description", "At most " + scale + " decimals.");
    }

    static Map<String, Object> schemas() {
        return object(
                "Problem", problem(),
                "Fault", members(
                        "path", object("type", "string", "description", "The attribute or parameter, as in lines[0].amount; empty for the whole request."),
                        "code", text(),
                        "message", object("type", "string", "description", "In the caller's language."),
                        "args", list(object())),
                "Money", members("amount", decimal(4), "currency", object("type", "string", "pattern", "^[A-Z]{3}$", "description", "ISO 4217.")),
                "Address", address(),
                "Reference", reference(),
                "ReferenceInput", object("oneOf", array(members("id", text("uuid")), members("externalId", text()))),
                "Count", members("value", number(), "exact", yesNo()),
                "BatchResult", batchResult(),
                "BatchResults", members("results", list(schema("BatchResult"))),
                "BatchRow", object(
                        "type", "object", "required", List.of("id"),
                        "properties", object("id", text("uuid"), "version", number()), "additionalProperties", true),
                "HistoryPage", members("items", list(schema("HistoryEntry")), "next", orNull(text())),
                "HistoryEntry", historyEntry(),
                "Groups", members("groups", list(object("type", "object", "additionalProperties", true)), "restricted", yesNo()));
    }

    private static Map<String, Object> problem() {
        Map<String, Object> problem = members(
                "type", object("type", "string", "format", "uri-reference"),
                "title", text(),
                "status", number(),
                "detail", text(),
                "instance", object("type", "string", "format", "uri-reference"),
                "code", object("type", "string", "description", "What a program decides by."),
                "errors", list(schema("Fault")));
        problem.put("description", "RFC 9457; a problem may have further members, such as `current` of a stale write.");
        return problem;
    }

    private static Map<String, Object> address() {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (AddressPart part : AddressPart.values()) {
            parts.put(part.code(), object("type", "string", "maxLength", part.maxLength()));
        }
        parts.put("country", object("type", "string", "description", "ISO 3166-1 alpha-2."));
        parts.put("text", object("type", "string", "description", "How it reads as one line; where it is all that is given, it is read."));
        return object(
                "type", "object", "additionalProperties", false, "properties", parts,
                "description", "At least one part. Of China, `province`, `city` and `district` are codes of GB/T 2260, see `/api/v1/places`; their names are "
                        + "taken too, and what lies between is added. Of other countries they are text.");
    }

    private static Map<String, Object> reference() {
        Map<String, Object> reference = object("type", "object", "required", List.of("id"));
        reference.put("properties", object(
                "id", text("uuid"), "title", object("type", "string", "description", "Absent where the reader may not see the record.")));
        return reference;
    }

    private static Map<String, Object> batchResult() {
        Map<String, Object> result = object("type", "object", "required", List.of("id", "status"));
        result.put("properties", object(
                "id", text("uuid"),
                "status", object("type", "integer", "description", "As the row would have been answered alone."),
                "version", number(),
                "type", text(),
                "errors", list(schema("Fault"))));
        return result;
    }

    private static Map<String, Object> historyEntry() {
        return members(
                "id", text("uuid"),
                "kind", text(),
                "at", text("date-time"),
                "by", schema("Reference"),
                "action", oneOf("created", "updated", "deleted", "restored", "merged", "became"),
                "record", schema("NamedRecord"),
                "operation", orNull(text("uuid")),
                "rule", orNull(text()),
                "changes", list(object(
                        "type", "object", "required", List.of("attribute"),
                        "properties", object("attribute", text(), "old", object(), "new", object()))));
    }

    static Map<String, Object> responses(Messages messages) {
        Map<String, Object> responses = new LinkedHashMap<>();
        for (ProblemKind kind : ProblemKind.values()) {
            responses.computeIfAbsent(responseName(kind), any -> response(kind.status(), messages));
        }
        return responses;
    }

    /** Kinds of one status share a response, since a response is found by its status. */
    static String responseName(ProblemKind kind) {
        return switch (kind) {
            case MALFORMED, BAD_FILTER, UNINDEXED -> "Malformed";
            case DUPLICATE, CONFLICT -> "Conflict";
            default -> Arrays.stream(kind.slug().split("-"))
                    .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                    .collect(Collectors.joining());
        };
    }

    private static Map<String, Object> response(int status, Messages messages) {
        String description = Arrays.stream(ProblemKind.values())
                .filter(kind -> kind.status() == status)
                .map(kind -> "`/problems/" + kind.slug() + "`: "
                        + messages.text(Languages.ENGLISH, "problem." + kind.slug() + ".title") + ".")
                .collect(Collectors.joining(" "));
        return object(
                "description", description,
                "content", object("application/problem+json", object("schema", schema("Problem"))));
    }

    static Map<String, Object> parameters() {
        return object(
                "Id", object("name", "id", "in", "path", "required", true, "description", "The record.", "schema", text("uuid")),
                "TokenId", object("name", "token", "in", "path", "required", true, "description", "The token.", "schema", text("uuid")),
                "DeviceId", object("name", "id", "in", "path", "required", true, "description", "The device, as the list names it.", "schema", text()),
                "Principal", object(
                        "name", "principal", "in", "path", "required", true, "description", "The person, team or department.", "schema", text("uuid")),
                "CommentId", object("name", "comment", "in", "path", "required", true, "description", "The comment.", "schema", text("uuid")),
                "AdviceRule", object("name", "rule", "in", "path", "required", true, "description", "The rule, as the advice names it.", "schema", text()),
                "FileId", object("name", "file", "in", "path", "required", true, "description", "The file.", "schema", text("uuid")),
                "VersionId", object("name", "version", "in", "path", "required", true, "description", "The version of the file.", "schema", text("uuid")),
                "DeliveryId", object("name", "delivery", "in", "path", "required", true, "description", "The message.", "schema", text("uuid")),
                "AttributeName", object(
                        "name", "name", "in", "path", "required", true, "description", "The name of the attribute.",
                        "schema", object("type", "string", "pattern", "^c_[a-z][A-Za-z0-9]*$")),
                "ChoiceListId", object(
                        "name", "id", "in", "path", "required", true, "description", "The object as in addresses, a dot, and the name of the attribute.",
                        "schema", object("type", "string", "pattern", "^[a-z0-9-]+\\.[A-Za-z0-9_]+$")),
                "ObjectPath", object(
                        "name", "path", "in", "path", "required", true, "description", "The object as in addresses.",
                        "schema", object("type", "string", "pattern", "^c-[a-z][a-z0-9]*(-[a-z0-9]+)*$")),
                "Filter", query("filter", "A condition in CEL, such as `stage == 'won' && amount >= 1000`.", text()),
                "Sort", query("sort", "Attributes by which the list is ordered, `-` before descending ones; the newest first by default.", text()),
                "Limit", query("limit", "Records of a page.",
                        object("type", "integer", "minimum", 1, "maximum", Query.MAX_LIMIT, "default", 50)),
                "Page", query("page", "`next` of the page before.", text()),
                "Fields", query("fields", "The attributes to read, separated by commas; all by default. Id and version always come.", text()),
                "Count", query("count", "Whether and how exactly to count; capped counts stop at 1,000.",
                        object("type", "string", "enum", List.of("none", "capped", "exact"), "default", "capped")),
                "AsOf", query("asOf", "A moment that has been: the records there were, with the values they had.", text("date-time")),
                "Deleted", query("deleted", "The recycle bin instead of the living records.", object("type", "boolean", "default", false)),
                "May", query("may", "Tells in `readOnly` which records of the page the caller sees and may not change.",
                        object("type", "string", "enum", List.of("edit"))),
                "IfMatch", header("If-Match", true, "The record's ETag as it was read."),
                "IfMatchOptional", header("If-Match", false, "The record's ETag as it was read; without it the newest version is meant."),
                "IfNoneMatch", header("If-None-Match", false, "The ETag of the document one has already."),
                "IdempotencyKey", header("Idempotency-Key", false, "A second request with the same key within 24 hours makes no second record."));
    }

    private static Map<String, Object> query(String name, String description, Map<String, Object> schema) {
        return object("name", name, "in", "query", "description", description, "schema", schema);
    }

    private static Map<String, Object> header(String name, boolean required, String description) {
        return object("name", name, "in", "header", "required", required, "description", description, "schema", text());
    }

    static Map<String, Object> headers() {
        return object(
                "ETag", object("description", "The version, in quotation marks.", "schema", text()),
                "Location", object("description", "Where what was made is.", "schema", text("uri-reference")));
    }

    static Map<String, Object> securitySchemes() {
        return object(
                "token", object("type", "http", "scheme", "bearer", "description", "A token of `/api/v1/tokens`."),
                "session", object("type", "apiKey", "in", "cookie", "name", "keyuan_session", "description", "Set by `POST /api/v1/session`."),
                "csrf", object("type", "apiKey", "in", "header", "name", "X-CSRF-Token",
                        "description", "The session's `csrfToken`; needed by every request of a session that changes something."));
    }
}
