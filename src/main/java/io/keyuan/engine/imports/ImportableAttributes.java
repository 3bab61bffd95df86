package io.keyuan.engine.imports;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.Messages;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ValuePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists what the columns of a file may be: the attributes of an object, and of its lines, that the caller may write. */
@Component
class ImportableAttributes {

    private final ObjectTypes types;
    private final Access access;
    private final Messages messages;
    private final PartWords parts;

    ImportableAttributes(ObjectTypes types, Access access, Messages messages, PartWords parts) {
        this.types = types;
        this.access = access;
        this.messages = messages;
        this.parts = parts;
    }

    /**
     * An attribute or a part of one, and how maps call it.
     *
     * @param own whether it is the record's own rather than one of a line
     * @param part of the attribute's values; null for the whole
     */
    record Attributed(String field, Attribute<?> attribute, boolean own, @Nullable ValuePart part) {

        Attributed(String field, Attribute<?> attribute, boolean own) {
            this(field, attribute, own, null);
        }

        private Stream<Attributed> withParts() {
            return Stream.concat(
                    Stream.of(this),
                    attribute.type().givenParts().stream().map(each -> new Attributed(field + "." + each.name(), attribute, own, each)));
        }

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
                new Attributed(attribute.name(), attribute, true).withParts().forEach(all::add);
            }
        }
        return all;
    }

    private void lines(Attribute<?> lines, List<Attributed> all) {
        ObjectType child = Objects.requireNonNull(types.target(lines));
        child.attributes().stream()
                .filter(attribute -> isOpen(attribute) && !attribute.equals(child.parent()) && !attribute.equals(child.externalId))
                .filter(attribute -> !(attribute.type() instanceof LinesType))
                .flatMap(attribute -> new Attributed(lines.name() + "." + attribute.name(), attribute, false).withParts())
                .forEach(all::add);
    }

    private boolean isOpen(Attribute<?> attribute) {
        return attribute.isWritable() && access.mayRead(attribute) && access.mayWrite(attribute);
    }

    /** What people call it: those of lines with the name of the lines. */
    String label(ObjectType type, Attributed target, Locale language) {
        String whole = messages.label(language, target.attribute());
        String own = target.part() == null ? whole : whole + " · " + parts.label(language, target.attribute(), target.part());
        if (target.own()) {
            return own;
        }
        Attribute<?> lines = Objects.requireNonNull(type.find(target.field().substring(0, target.field().indexOf('.'))));
        return messages.label(language, lines) + " · " + own;
    }
}
