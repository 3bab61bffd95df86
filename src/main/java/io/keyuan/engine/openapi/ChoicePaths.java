package io.keyuan.engine.openapi;

import static io.keyuan.engine.openapi.Json.members;
import static io.keyuan.engine.openapi.Json.object;
import static io.keyuan.engine.openapi.Json.optional;
import static io.keyuan.engine.openapi.Json.orNull;
import static io.keyuan.engine.openapi.Json.text;
import static io.keyuan.engine.openapi.Json.yesNo;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.MultiChoiceType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ProblemKind;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/** The choices of a company. */
final class ChoicePaths {

    private final String attributes;
    private final Map<String, Object> example;

    /** @param types of which one serves as the example: one whose records hold several choices, where there is any */
    ChoicePaths(Collection<ObjectType> types) {
        Attribute<?> shown = Stream.concat(
                        all(types).filter(attribute -> attribute.type() instanceof MultiChoiceType),
                        all(types).filter(attribute -> attribute.type().isOfChoices()))
                .findFirst()
                .orElse(types.iterator().next().title());
        attributes = shown.name();
        example = object("object", shown.object().path(), "attribute", shown.name(), "label", "Trade fair 2026");
    }

    private static Stream<Attribute<?>> all(Collection<ObjectType> types) {
        return types.stream().flatMap(type -> type.defined().attributes().stream());
    }

    Map<String, Object> described() {
        return object("/api/v1/choices", object("post", added()));
    }

    private Map<String, Object> added() {
        return new Operation("platform", "addChoice", "Offer one more choice to everybody")
                .says("For those who may configure the object; of an attribute such as `" + attributes + "` whose choices have no fixed meanings."
                        + " Its code is made of the label.")
                .body(optional("object", text(), "attribute", text(), "label", text()), example)
                .answers(201, "The choice, behind the others.", members(
                        "code", text(), "label", text(), "meaning", orNull(text()), "color", orNull(text()), "active", yesNo()))
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND, ProblemKind.TOO_LARGE)
                .fails(ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN)
                .described();
    }
}
