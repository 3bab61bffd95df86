package io.keyuan.engine.openapi;

import static io.keyuan.engine.openapi.Json.list;
import static io.keyuan.engine.openapi.Json.members;
import static io.keyuan.engine.openapi.Json.number;
import static io.keyuan.engine.openapi.Json.object;
import static io.keyuan.engine.openapi.Json.orNull;
import static io.keyuan.engine.openapi.Json.schema;
import static io.keyuan.engine.openapi.Json.text;
import static io.keyuan.engine.openapi.Json.yesNo;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ProblemKind;
import java.util.LinkedHashMap;
import java.util.Map;

/** What belongs with a record, and what it lies in. */
final class GraphPaths {

    private final ObjectType type;
    private final String name;

    GraphPaths(ObjectType type, String name) {
        this.type = type;
        this.name = name;
    }

    /** @param linked whether maps show such records */
    Map<String, Object> described(boolean linked) {
        String base = "/api/v1/" + type.path() + "/{id}";
        Map<String, Object> paths = new LinkedHashMap<>();
        if (linked) {
            paths.put(base + "/graph", object("get", graph()));
        }
        if (type.hierarchy() != null) {
            paths.put(base + "/hierarchy", object("get", hierarchy()));
        }
        return paths;
    }

    static Map<String, Object> schemas() {
        var values = object("type", "object", "additionalProperties", true, "description", "Its title and a few words.");
        var open = list(members("object", text(), "attribute", text(), "count", number(), "base", orNull(schema("Money"))));
        return object(
                "Graph", members(
                        "nodes", list(members(
                                "object", text(), "id", text("uuid"), "values", values,
                                "more", list(members("object", text(), "attribute", text(), "count", number(), "exact", yesNo())))),
                        "edges", list(members(
                                "from", text("uuid"), "to", text("uuid"), "object", text(), "attribute", text(), "record", text("uuid"),
                                "title", orNull(text()), "asAttribute", orNull(text()), "as", orNull(text()), "strengthAttribute", orNull(text()), "strength", orNull(text()))),
                        "truncated", yesNo()),
                "Branch", members("object", text(), "id", text("uuid"), "values", values, "records", number(), "open", open),
                "Hierarchy", members(
                        "above", list(members("object", text(), "id", text("uuid"), "values", values)), "node", schema("Branch"),
                        "under", list(schema("Branch")), "count", number(), "exact", yesNo()));
    }

    private Map<String, Object> graph() {
        return operation("graphOf" + name, "What belongs with a record, as a map")
                .says("The record first, then those next to it, each with what else stands next to it. An edge is a reference, or a record that is drawn between two "
                        + "others; `as` and `strength` are codes of its choices. Of one record up to 12 in each way are told and 150 together; what the caller may not "
                        + "see is neither there nor counted.")
                .takes("Id")
                .query("depth", "How many steps away.", false, object("type", "integer", "minimum", 1, "maximum", 3, "default", 1))
                .answers(200, "The map.", schema("Graph"))
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> hierarchy() {
        return operation("hierarchyOf" + name, "What a record belongs to, and what belongs to it")
                .says("The way up to the outermost, and up to 50 right below it, each with how many are below that one and what is still open there, worth in the base "
                        + "currency. What the caller may not see ends the way.")
                .takes("Id")
                .answers(200, "The tree around the record.", schema("Hierarchy"))
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private Operation operation(String id, String summary) {
        return new Operation(type.path(), id, summary);
    }
}
