package io.keyuan.engine.imports;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Lists what the columns of a file may be: the attributes of an object, and of its lines, that the caller may write. */
@Component
class ImportableAttributes {

    private final ObjectTypes types;
    private final Access access;
    private final Messages messages;

    ImportableAttributes(ObjectTypes types, Access access, Messages messages) {
        this.types = types;
        this.access = access;
        this.messages = messages;
    }

    /**
     * An attribute and how maps call it.
     *
     * @param own whether it is the record's own rather than one of a line
     */
    record Attributed(String field, Attribute<?> attribute, boolean own) {

        Guess guess(double confidence, Guess.Reason reason) {
            return new Guess(field, Math.min(1, confidence), reason);
        }
    }

    List<Attributed> of(ObjectType type) {
        // By its id a record that was exported is found again; nobody gives it one.
        List<Attributed> all = new ArrayList<>(List.of(new Attributed(type.id.name(), type.id, true)));
        for (Attribute<?> attribute : type.attributes()) {
            if (attribute.type() instanceof LinesType) {
                lines(attribute, all);
            } else if (isOpen(attribute)) {
                all.add(new Attributed(attribute.name(), attribute, true));
            }
        }
        return all;
    }

    private void lines(Attribute<?> lines, List<Attributed> all) {
        ObjectType child = Objects.requireNonNull(types.target(lines));
        child.attributes().stream()
                .filter(attribute -> isOpen(attribute) && !attribute.equals(child.parent()) && !attribute.equals(child.externalId))
                .filter(attribute -> !(attribute.type() instanceof LinesType))
                .forEach(attribute -> all.add(new Attributed(lines.name() + "." + attribute.name(), attribute, false)));
    }

    private boolean isOpen(Attribute<?> attribute) {
        return attribute.isWritable() && access.mayRead(attribute) && access.mayWrite(attribute);
    }

    /** What people call it: those of lines with the name of the lines. */
    String label(ObjectType type, Attributed target, Locale language) {
        String own = messages.label(language, target.attribute());
        if (target.own()) {
            return own;
        }
        Attribute<?> lines = Objects.requireNonNull(type.find(target.field().substring(0, target.field().indexOf('.'))));
        return messages.label(language, lines) + " · " + own;
    }
}
