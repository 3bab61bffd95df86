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

import io.keyuan.engine.AttributeKind;
import io.keyuan.engine.Calculation;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ProblemKind;
import java.util.Arrays;
import java.util.Map;

/** Attributes that a company adds to one object. */
final class AttributePaths {

    private final String tag;
    private final String base;
    private final String name;

    AttributePaths(ObjectType type, String name) {
        this.tag = type.path();
        this.base = "/api/v1/" + type.path() + "/attributes";
        this.name = name;
    }

    Map<String, Object> described() {
        return object(
                base, object("get", listed(), "post", added()),
                base + "/{name}", object("patch", changed(), "delete", removed()),
                base + "/{name}/restore", object("post", restored()));
    }

    static Map<String, Object> schemas() {
        Map<String, Object> labels = object("type", "object", "additionalProperties", text());
        Map<String, Object> kinds = object("type", "string", "enum", Arrays.stream(AttributeKind.values()).map(AttributeKind::code).toList());
        Map<String, Object> functions = object(
                "type", "string", "enum", Arrays.stream(Calculation.Function.values()).map(Calculation.Function::code).toList());
        Map<String, Object> rollUp = optional(
                "object", text(), "reference", text(), "function", functions, "attribute", orNull(text()), "condition", orNull(text()));
        return object(
                "AddedAttribute", members(
                        "name", text(), "version", number(), "label", text(), "labels", labels, "type", kinds, "reference", orNull(text()),
                        "required", yesNo(), "filterable", yesNo(), "ready", yesNo(), "searchable", yesNo(), "sensitive", yesNo(), "place", number(),
                        "formula", orNull(text()), "rollUp", orNull(rollUp), "removedAt", orNull(text("date-time")), "keptUntil", orNull(text("date-time"))),
                "AddedAttributeInput", optional(
                        "name", text(), "label", text(), "labels", labels, "type", kinds, "reference", text(), "required", yesNo(),
                        "filterable", yesNo(), "searchable", yesNo(), "sensitive", yesNo(), "place", number(), "choices", list(text()),
                        "formula", text(), "rollUp", rollUp));
    }

    private Map<String, Object> listed() {
        return new Operation(tag, "list" + name + "Attributes", "The attributes the company has added")
                .says("For those who may configure the object. Those that were removed can be brought back until `keptUntil`.")
                .answers(200, "Up to 100.", members("items", list(schema("AddedAttribute"))))
                .fails(ProblemKind.FORBIDDEN)
                .described();
    }

    private Map<String, Object> added() {
        return new Operation(tag, "add" + name + "Attribute", "Add an attribute")
                .says("It is at once in records, lists, filters, files and rights. Its name begins with `c_` and is made of the label where none is "
                        + "given. `choices` are the labels of those it begins with. Until it is `ready`, filters by it may be slow. With a `formula` (an "
                        + "expression of the record and of those it points to) or a `rollUp` (of the records that point to it) its values are calculated, "
                        + "and nobody writes them.")
                .body(schema("AddedAttributeInput"), object("label", "Size of fleet", "type", "number"))
                .answers(201, "The attribute.", schema("AddedAttribute"), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE)
                .fails(ProblemKind.RULE_BROKEN)
                .described();
    }

    private Map<String, Object> changed() {
        return new Operation(tag, "change" + name + "Attribute", "Change what is said of an attribute")
                .says("What is absent stays. Name, type and whether it is found by search are not changed.")
                .takes("AttributeName", "IfMatch")
                .body(schema("AddedAttributeInput"), object("required", true))
                .answers(200, "The attribute.", schema("AddedAttribute"))
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND, ProblemKind.CONFLICT, ProblemKind.STALE)
                .fails(ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN, ProblemKind.PRECONDITION_REQUIRED)
                .described();
    }

    private Map<String, Object> removed() {
        return new Operation(tag, "remove" + name + "Attribute", "Remove an attribute")
                .says("It is gone at once; its values are kept for 30 days. One that rules or segments go by is not removed.")
                .takes("AttributeName")
                .answers(204, "Done.")
                .fails(ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND, ProblemKind.CONFLICT)
                .described();
    }

    private Map<String, Object> restored() {
        return new Operation(tag, "restore" + name + "Attribute", "Bring a removed attribute back, with its values")
                .takes("AttributeName")
                .answers(200, "The attribute.", schema("AddedAttribute"))
                .fails(ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND)
                .described();
    }
}
