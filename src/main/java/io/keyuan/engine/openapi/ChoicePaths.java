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

import io.keyuan.engine.Attribute;
import io.keyuan.engine.MultiChoiceType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ProblemKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The choices of a company. */
final class ChoicePaths {

    private static final String LISTS = "choiceLists";

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
        return object(
                "/api/v1/choices", object("post", added()),
                "/api/v1/choice-lists", object("get", listed()),
                "/api/v1/choice-lists/{id}", object("get", read(), "put", replaced()),
                "/api/v1/choice-lists/{id}/dependency", object("put", depended()),
                "/api/v1/choice-lists/{id}/replacements", object("post", replacedOne()));
    }

    static Map<String, Object> schemas() {
        Map<String, Object> labels = object("type", "object", "additionalProperties", text());
        Map<String, Object> colours = oneOf("indigo", "jade", "ochre", "plum", "cinnabar", "slate");
        return object(
                "ChoiceList", members(
                        "id", text(), "object", text(), "objectLabel", text(), "attribute", text(), "label", text(), "multiple", yesNo(),
                        "version", number(), "fixed", yesNo(), "begins", yesNo(), "chances", yesNo(), "meanings", list(members("code", text(), "label", text())),
                        "dependsOn", orNull(schema("ChoiceDependency")), "choices", list(members(
                                "code", text(), "label", text(), "ready", orNull(text()), "labels", labels, "meaning", orNull(text()),
                                "color", orNull(colours), "active", yesNo(), "initial", yesNo(), "chance", orNull(number()), "records", number()))),
                "ChoiceDependency", optional(
                        "attribute", orNull(text()), "fits", object("type", "object", "additionalProperties", list(text()))),
                "ChoiceListInput", optional("choices", list(optional(
                        "code", text(), "label", text(), "labels", labels, "meaning", orNull(text()), "color", orNull(colours), "active", yesNo(),
                        "initial", yesNo(), "chance", orNull(number())))));
    }

    private static Map<String, Object> listed() {
        return new Operation(LISTS, "listChoiceLists", "The lists of choices one may set up")
                .answers(200, "The lists, by their objects.", members("items", list(members(
                        "id", text(), "object", text(), "objectLabel", text(), "attribute", text(), "label", text(), "multiple", yesNo(), "size", number(),
                        "active", number()))))
                .described();
    }

    private static Map<String, Object> read() {
        return new Operation(LISTS, "getChoiceList", "The choices of one attribute")
                .takes("ChoiceListId")
                .answers(200, "The list, with how many records have each choice.", schema("ChoiceList"))
                .fails(ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> replaced() {
        return new Operation(LISTS, "replaceChoiceList", "Write the choices of an attribute anew, in their order")
                .says("A line with a `code` is a choice that is there, one without is added. A choice that is missing is deleted, which works only where no "
                        + "record has it; put others out of use (`active`), or replace them. What a choice means does not change.")
                .takes("ChoiceListId", "IfMatch")
                .body(schema("ChoiceListInput"), object("choices", List.of(object("label", "Trade fair", "color", "jade"), object("label", "Website"))))
                .answers(200, "The list.", schema("ChoiceList"))
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND, ProblemKind.STALE, ProblemKind.TOO_LARGE)
                .fails(ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN, ProblemKind.PRECONDITION_REQUIRED)
                .described();
    }

    private static Map<String, Object> depended() {
        return new Operation(LISTS, "fitChoices", "Say which choices fit to which of another attribute of the same object")
                .says("`fits` has the codes that fit by the code of the other attribute; to a code that is not named, and to none, all do. Without an `attribute` all "
                        + "fit to all. A record is refused whose choice does not fit when one of the two changes; what records have they keep.")
                .takes("ChoiceListId", "IfMatch")
                .body(schema("ChoiceDependency"), object("attribute", "grade", "fits", object("a", List.of("referral", "exhibition"))))
                .answers(200, "The list.", schema("ChoiceList"))
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND, ProblemKind.STALE, ProblemKind.TOO_LARGE)
                .fails(ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN, ProblemKind.PRECONDITION_REQUIRED)
                .described();
    }

    private static Map<String, Object> replacedOne() {
        return new Operation(LISTS, "replaceChoice", "Give all records that have one choice another one, and drop the one")
                .says("It is out of use at once and goes when no record has it any more; as long as one in the recycle bin does, it stays out of use.")
                .takes("ChoiceListId")
                .body(optional("from", text(), "to", text()), object("from", "exhibition", "to", "referral"))
                .answers(202, "The job that does it.", schema("Job"), "Location")
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND, ProblemKind.TOO_LARGE)
                .fails(ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN)
                .described();
    }

    private Map<String, Object> added() {
        return new Operation("platform", "addChoice", "Offer one more choice to everybody")
                .says("For those who may configure the object; of an attribute such as `" + attributes + "`. Where its choices have fixed meanings, `meaning` says which."
                        + " Its code is made of the label.")
                .body(optional("object", text(), "attribute", text(), "label", text(), "meaning", text()), example)
                .answers(201, "The choice, behind the others.", members(
                        "code", text(), "label", text(), "meaning", orNull(text()), "color", orNull(text()), "active", yesNo()))
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND, ProblemKind.TOO_LARGE)
                .fails(ProblemKind.UNSUPPORTED_MEDIA_TYPE, ProblemKind.RULE_BROKEN)
                .described();
    }
}
