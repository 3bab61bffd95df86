package io.keyuan.engine.openapi;

import static io.keyuan.engine.openapi.Json.list;
import static io.keyuan.engine.openapi.Json.members;
import static io.keyuan.engine.openapi.Json.number;
import static io.keyuan.engine.openapi.Json.object;
import static io.keyuan.engine.openapi.Json.optional;
import static io.keyuan.engine.openapi.Json.orNull;
import static io.keyuan.engine.openapi.Json.schema;
import static io.keyuan.engine.openapi.Json.text;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ProblemKind;
import java.util.List;
import java.util.Map;

/** How a company lays out the pages and forms of one object. */
final class LayoutPaths {

    private final String tag;
    private final String base;
    private final String name;

    LayoutPaths(ObjectType type, String name) {
        this.tag = type.path();
        this.base = "/api/v1/" + type.path();
        this.name = name;
    }

    Map<String, Object> described() {
        return object(
                base + "/layouts", object("get", read(), "put", replaced()),
                base + "/form", object("post", written()),
                base + "/{id}/form", object("get", stored()));
    }

    static Map<String, Object> schemas() {
        Map<String, Object> labels = object("type", "object", "additionalProperties", text());
        Map<String, Object> section = optional("key", text(), "labels", labels, "attributes", list(text()));
        Map<String, Object> role = optional("id", text("uuid"), "title", orNull(text()));
        Map<String, Object> rule = optional(
                "attribute", text(), "requiredWhen", orNull(text()), "readOnlyWhen", orNull(text()), "visibleWhen", orNull(text()));
        return object(
                "AttributeRule", rule,
                "KindOffer", optional("kind", text(), "attribute", text(), "choices", list(text())),
                "FormState", members("required", list(text()), "readOnly", list(text()), "hidden", list(text())),
                "Layout", optional(
                        "kind", orNull(text()), "role", orNull(role), "sections", list(section), "hidden", list(text()), "quick", orNull(list(text()))),
                "Layouts", members(
                        "version", number(), "kind", orNull(text()), "layouts", list(schema("Layout")), "rules", list(schema("AttributeRule")), "offers", list(schema("KindOffer")), "own", schema("Layout"),
                        "indispensable", list(text()), "roles", list(role)),
                "LayoutsInput", optional("kind", orNull(text()), "layouts", list(schema("Layout")), "rules", list(schema("AttributeRule")), "offers", list(schema("KindOffer"))));
    }

    private Map<String, Object> read() {
        return new Operation(tag, "get" + name + "Layouts", "How pages and forms are laid out")
                .says("For those who may configure the object. `own` is the layout of the definition, which holds where none fits. `version` is 0 "
                        + "where nothing has been settled yet.")
                .answers(200, "Everything that is settled.", schema("Layouts"))
                .fails(ProblemKind.FORBIDDEN)
                .described();
    }

    private Map<String, Object> replaced() {
        return new Operation(tag, "replace" + name + "Layouts", "Lay out pages and forms")
                .says("Replaces everything; what is absent is as the definition says it. `kind` names the attribute whose choices are the kinds of "
                        + "records. Of the layouts that fit a record and whoever looks at it, the one for kind and role holds, else that for the kind, else "
                        + "that for the role, else that for everybody; of several roles the one whose layout stands first. Attributes that a layout does not "
                        + "mention stand behind the others; those in `hidden` are left out of pages and forms, which takes no right away. `rules` say by expressions of records like "
                        + "which an attribute must have a value, keeps the value it has, or is shown, and `offers` which choices records of a kind may have; see the guide.")
                .takes("IfMatch")
                .body(schema("LayoutsInput"), object("layouts", List.of(object("sections", List.of(object(
                        "key", "first", "labels", object("en", "At a glance"), "attributes", List.of("createdAt", "updatedAt"))))),
                        "rules", List.of(object("attribute", "updatedAt", "visibleWhen", "updatedAt > createdAt"))))
                .answers(200, "Everything that is settled.", schema("Layouts"))
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.STALE)
                .fails(ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN, ProblemKind.PRECONDITION_REQUIRED)
                .described();
    }

    private Map<String, Object> written() {
        return new Operation(tag, "ask" + name + "Form", "What holds of attributes while a record is written")
                .says("By the rules of the object, for values as somebody has written them so far; `id` is that of the record they change. Nothing is saved.")
                .body(optional("id", text("uuid"), "values", object("type", "object", "additionalProperties", true)), object("values", object()))
                .answers(200, "Names of attributes that need a value, keep theirs, or are not shown.", schema("FormState"))
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND, ProblemKind.TOO_LARGE, ProblemKind.UNSUPPORTED_MEDIA_TYPE)
                .described();
    }

    private Map<String, Object> stored() {
        return new Operation(tag, "get" + name + "Form", "What holds of the attributes of a record")
                .takes("Id")
                .answers(200, "Names of attributes that need a value, keep theirs, or are not shown.", schema("FormState"))
                .fails(ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND)
                .described();
    }
}
