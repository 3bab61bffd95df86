package io.keyuan.engine.choices;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import io.keyuan.engine.MultiChoiceType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import io.keyuan.engine.api.Addressed;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Adds to the tenant's choices. They are everybody's: whoever may set up the object adds one. */
@RestController
class ChoiceController {

    private final Addressed addressed;
    private final Access access;
    private final StoredChoices lists;
    private final Messages messages;

    ChoiceController(Addressed addressed, Access access, StoredChoices lists, Messages messages) {
        this.addressed = addressed;
        this.access = access;
        this.lists = lists;
        this.messages = messages;
    }

    /**
     * What is asked for.
     *
     * @param object as in addresses
     * @param label in the language of whoever sends it
     * @param meaning for attributes whose choices have one
     */
    record Input(@Nullable String object, @Nullable String attribute, @Nullable String label, @Nullable String meaning) {}

    record Added(String code, String label, @Nullable String meaning, @Nullable String color, boolean active) {}

    @PostMapping("/api/v1/choices")
    @ResponseStatus(HttpStatus.CREATED)
    Added add(@RequestBody Input input) {
        ObjectType type = addressed.object(input.object() == null ? "" : input.object());
        Attribute<?> attribute = input.attribute() == null ? null : type.find(input.attribute());
        if (attribute == null || !access.mayRead(attribute) || !attribute.type().isOfChoices()) {
            throw wrong("attribute", "unknown-attribute", String.valueOf(input.attribute()));
        }
        if (!access.may(Right.CONFIGURE, type)) {
            throw Problem.of(ProblemKind.FORBIDDEN, Fault.whole("may-not-add-choices"));
        }
        if (attribute.isFixed() || !attribute.isWritable()) {
            throw wrong("attribute", "choices-of-program");
        }
        int known = lists.of(attribute).items().size();
        if (known >= WantedChoices.MOST) {
            throw wrong("label", "too-many-new-choices", WantedChoices.MOST);
        }
        Enum<?> meaning = meaning(attribute, input.meaning());
        String label = label(attribute, input.label());
        String colour = attribute.type() instanceof MultiChoiceType ? WantedChoices.COLOURS.get(known % WantedChoices.COLOURS.size()) : null;
        Choice added = lists.add(attribute, label, colour, meaning);
        return new Added(added.code(), label, meaning == null ? null : ChoiceType.code(meaning), colour, true);
    }

    private static @Nullable Enum<?> meaning(Attribute<?> attribute, @Nullable String given) {
        boolean meant = attribute.type() instanceof ChoiceType choice && choice.meanings() != null;
        Enum<?> meaning = attribute.type() instanceof ChoiceType choice ? choice.meaning(given) : null;
        if (meant ? meaning == null : given != null) {
            throw wrong("meaning", given == null ? "required" : "not-choice");
        }
        return meaning;
    }

    private String label(Attribute<?> attribute, @Nullable String text) {
        String label = text == null ? "" : text.strip();
        if (label.isEmpty()) {
            throw wrong("label", "required");
        }
        Fault fault = WantedChoices.fault(attribute, "label", label);
        if (fault != null) {
            throw Problem.of(ProblemKind.RULE_BROKEN, fault);
        }
        Locale language = Languages.closest(Caller.current().locale());
        if (lists.of(attribute).items().stream().map(item -> messages.label(language, attribute, item)).anyMatch(label::equalsIgnoreCase)) {
            throw wrong("label", "choice-there");
        }
        return label;
    }

    private static Problem wrong(String path, String code, Object... args) {
        return Problem.of(ProblemKind.RULE_BROKEN, Fault.at(path, code, args));
    }
}
