package io.keyuan.engine.choices;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.BadValue;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.EditableChoiceLists;
import io.keyuan.engine.Fault;
import io.keyuan.engine.MultiChoiceType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Right;
import io.keyuan.engine.TextType;
import io.keyuan.engine.api.Addressed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Adds to the tenant's choices. They are everybody's: whoever may set up the object adds one. */
@RestController
class ChoiceController {

    /** People choose among them. */
    private static final int MOST = 500;

    private static final int LONGEST_LABEL = 100;
    private static final List<String> COLOURS = List.of("indigo", "jade", "ochre", "plum", "cinnabar", "slate");

    private final Addressed addressed;
    private final Access access;
    private final EditableChoiceLists lists;

    ChoiceController(Addressed addressed, Access access, EditableChoiceLists lists) {
        this.addressed = addressed;
        this.access = access;
        this.lists = lists;
    }

    /** @param object as in addresses */
    record Input(@Nullable String object, @Nullable String attribute, @Nullable String label) {}

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
        if (attribute.type() instanceof ChoiceType choice && choice.meanings() != null) {
            throw wrong("attribute", "choices-fixed");
        }
        int known = lists.of(attribute).items().size();
        if (known >= MOST) {
            throw wrong("label", "too-many-new-choices", MOST);
        }
        String label = label(attribute, input.label());
        String colour = attribute.type() instanceof MultiChoiceType ? COLOURS.get(known % COLOURS.size()) : null;
        Choice added = lists.add(attribute, label, colour);
        return new Added(added.code(), label, null, colour, true);
    }

    private String label(Attribute<?> attribute, @Nullable String text) {
        String label = text == null ? "" : text.strip();
        if (label.isEmpty()) {
            throw wrong("label", "required");
        }
        if (label.length() > LONGEST_LABEL) {
            throw wrong("label", "too-long", LONGEST_LABEL, label.length());
        }
        try {
            TextType.checkCharacters(label);
        } catch (BadValue bad) {
            throw wrong("label", bad.code(), bad.args().toArray());
        }
        // In a file the words of several stand in one cell.
        if (attribute.type() instanceof MultiChoiceType && MultiChoiceType.words(label).size() != 1) {
            throw wrong("label", "two-choices");
        }
        if (lists.of(attribute).items().stream().map(ChoiceList.Item::label).anyMatch(label::equalsIgnoreCase)) {
            throw wrong("label", "choice-there");
        }
        return label;
    }

    private static Problem wrong(String path, String code, Object... args) {
        return Problem.of(ProblemKind.RULE_BROKEN, Fault.at(path, code, args));
    }
}
