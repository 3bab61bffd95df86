package io.keyuan.engine.attribute;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeUses;
import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.Calculation;
import io.keyuan.engine.EditableChoiceLists;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectDefinition;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.Caller;
import io.keyuan.engine.jobs.Errands;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What goes with a change of an object: its stages, the trail, and whoever goes by what leads to it. */
@Component
class SettledObjects {

    private static final int TOLD = 5;
    private static final List<String> COLOURS = List.of("slate", "indigo", "ochre", "jade", "plum", "cinnabar");

    private final EditableChoiceLists choices;
    private final ObjectProvider<AttributeUses> uses;
    private final ObjectTypes types;
    private final Messages messages;
    private final AuditTrail trail;
    private final Errands errands;
    private final AttributeUpkeep upkeep;

    SettledObjects(
            EditableChoiceLists choices, ObjectProvider<AttributeUses> uses, ObjectTypes types, Messages messages, AuditTrail trail, Errands errands,
            AttributeUpkeep upkeep) {
        this.choices = choices;
        this.uses = uses;
        this.types = types;
        this.messages = messages;
        this.trail = trail;
        this.errands = errands;
        this.upkeep = upkeep;
    }

    void added(ObjectForm.New added) {
        Attribute<?> board = type(added.definition()).board();
        int place = 0;
        for (String label : added.stages()) {
            choices.add(Objects.requireNonNull(board), label, COLOURS.get(place % COLOURS.size()), place == 0);
            place++;
        }
        changed("object-added", added.definition());
    }

    void changed(String kind, ObjectDefinition definition) {
        trail.keep(new AuditEvent(kind, definition.name(), null, Map.of("path", definition.path(), "label", definition.label(Languages.ENGLISH))));
    }

    /** Fields that were not gone through meanwhile are from now on. */
    void broughtBack(ObjectDefinition definition) {
        changed("object-restored", definition);
        errands.soon(upkeep);
    }

    /** @throws Problem where a rule, a segment or a calculation of another object goes by it, and would fail every record it is asked about */
    void requireUnused(ObjectDefinition definition) {
        ObjectType type = type(definition);
        List<String> used = types.all().stream()
                .filter(other -> !other.equals(type))
                .flatMap(other -> other.attributes().stream())
                .flatMap(attribute -> usesOf(attribute, type))
                .distinct()
                .limit(TOLD)
                .toList();
        if (!used.isEmpty()) {
            throw Problem.of(ProblemKind.CONFLICT, Fault.whole("object-used", used.stream().collect(Collectors.joining(", "))));
        }
    }

    private Stream<String> usesOf(Attribute<?> attribute, ObjectType type) {
        Stream<String> ways = type.equals(types.target(attribute)) ? uses.stream().flatMap(use -> use.of(attribute).stream()) : Stream.empty();
        boolean summed = attribute.calculation() instanceof Calculation.Summary summary && summary.object().equals(type.name());
        return summed ? Stream.concat(ways, Stream.of(messages.label(Languages.closest(Caller.current().locale()), attribute))) : ways;
    }

    private ObjectType type(ObjectDefinition definition) {
        return Objects.requireNonNull(types.byName(definition.name()));
    }
}
