package io.keyuan.engine.attribute;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.AttributeDefinition;
import io.keyuan.engine.AttributeUses;
import io.keyuan.engine.AuditEvent;
import io.keyuan.engine.AuditTrail;
import io.keyuan.engine.EditableChoiceLists;
import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.jobs.Errands;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What goes with a change of an attribute: its choices, the trail, the rows to look values up in, and whoever goes by it. */
@Component
class Settled {

    private static final int TOLD = 5;

    private final KnownDefinitions known;
    private final EditableChoiceLists choices;
    private final ObjectProvider<AttributeUses> uses;
    private final AuditTrail trail;
    private final Errands errands;
    private final AttributeUpkeep upkeep;

    Settled(
            KnownDefinitions known, EditableChoiceLists choices, ObjectProvider<AttributeUses> uses, AuditTrail trail, Errands errands,
            AttributeUpkeep upkeep) {
        this.known = known;
        this.choices = choices;
        this.uses = uses;
        this.trail = trail;
        this.errands = errands;
        this.upkeep = upkeep;
    }

    void added(ObjectType type, AttributeForm.New added) {
        Attribute<?> attribute = known.attribute(type, added.definition());
        added.choices().forEach(label -> choices.add(attribute, label));
        changed("attribute-added", type, added.definition());
    }

    void changed(String kind, ObjectType type, AttributeDefinition definition) {
        trail.keep(new AuditEvent(kind, type.name(), null, Map.of(
                "name", definition.name(), "label", definition.label(io.keyuan.engine.Languages.ENGLISH), "required", definition.required(),
                "filterable", definition.filterable(), "sensitive", definition.sensitive())));
        errands.soon(upkeep);
    }

    /** @throws Problem where something goes by it, and would fail every record it is asked about */
    void requireUnused(ObjectType type, AttributeDefinition definition) {
        Attribute<?> attribute = known.attribute(type, definition);
        List<String> used = uses.stream().flatMap(use -> use.of(attribute).stream()).limit(TOLD).toList();
        if (!used.isEmpty()) {
            throw Problem.of(ProblemKind.CONFLICT, Fault.whole("attribute-used", used.stream().collect(Collectors.joining(", "))));
        }
    }
}
