package io.keyuan.engine.openapi;

import static io.keyuan.engine.openapi.Json.members;
import static io.keyuan.engine.openapi.Json.object;
import static io.keyuan.engine.openapi.Json.oneOf;
import static io.keyuan.engine.openapi.Json.orNull;
import static io.keyuan.engine.openapi.Json.text;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ProblemKind;
import java.util.List;
import java.util.Map;

/** What is best done next with a record is told in its overview; here it is put off. */
final class AdvicePaths {

    private final ObjectType type;
    private final String name;

    AdvicePaths(ObjectType type, String name) {
        this.type = type;
        this.name = name;
    }

    Map<String, Object> described() {
        return object("/api/v1/" + type.path() + "/{id}/advice/{rule}/later", object("post", later(), "delete", now()));
    }

    static Map<String, Object> schemas() {
        return object("Advice", members(
                "rule", text(), "reason", text(), "action", text(),
                "way", members(
                        "kind", oneOf("fill", "run", "open", "make"), "object", orNull(text()), "id", orNull(text("uuid")), "attribute", orNull(text()),
                        "command", orNull(text()), "values", object("type", List.of("object", "null"), "additionalProperties", true))));
    }

    private Map<String, Object> later() {
        return operation("putOffAdviceOf" + name, "Not to be advised of something for a week")
                .takes("Id", "AdviceRule")
                .answers(204, "Done.")
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private Map<String, Object> now() {
        return operation("takeAdviceOf" + name, "To be advised of it again").takes("Id", "AdviceRule").answers(204, "Done.").fails(ProblemKind.NOT_FOUND).described();
    }

    private Operation operation(String id, String summary) {
        return new Operation(type.path(), id, summary);
    }
}
