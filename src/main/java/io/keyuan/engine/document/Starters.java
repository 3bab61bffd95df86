package io.keyuan.engine.document;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Caller;
import io.keyuan.engine.DecimalType;
import io.keyuan.engine.Messages;
import io.keyuan.engine.MoneyType;
import io.keyuan.engine.NumberType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.TextType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Templates to begin with, for any object: all a record says, by the sections of its page. */
@Component
public class Starters {

    private static final int MOST_COLUMNS = 6;

    private final MergeFields fields;
    private final Messages messages;

    Starters(MergeFields fields, Messages messages) {
        this.fields = fields;
        this.messages = messages;
    }

    /** What such a document is called. */
    public String title(ObjectType type) {
        Locale language = Caller.current().locale();
        return messages.text(language, "document.starter.title", messages.label(language, type));
    }

    public byte[] sheet(ObjectType type) {
        Locale language = Caller.current().locale();
        var draft = new WordDraft(language, "{{company.name}}", messages.text(language, "document.starter.footer", "{{me.name}}", "{{today}}"));
        draft.title(title(type));
        type.sections().forEach(section -> section(draft, type, section, language));
        return draft.written();
    }

    private void section(WordDraft draft, ObjectType type, ObjectType.Section section, Locale language) {
        List<Attribute<?>> shown = fields.seen(type).filter(section.attributes()::contains).toList();
        List<WordDraft.Cell> cells = shown.stream().filter(attribute -> !MergeFields.isLines(attribute))
                .map(attribute -> new WordDraft.Cell(messages.label(language, attribute), "{{" + attribute.name() + "}}", isWide(attribute))).toList();
        if (!shown.isEmpty()) {
            draft.heading(messages.label(language, type, section));
        }
        if (!cells.isEmpty()) {
            draft.values(cells);
        }
        shown.stream().filter(MergeFields::isLines).forEach(lines -> lines(draft, lines, language));
    }

    private void lines(WordDraft draft, Attribute<?> lines, Locale language) {
        ObjectType child = fields.target(lines);
        List<Attribute<?>> columns = fields.seen(child)
                .filter(attribute -> !attribute.isSystem() && !attribute.equals(child.parent()) && !attribute.equals(child.externalId) && !isWide(attribute))
                .limit(MOST_COLUMNS).toList();
        List<WordDraft.Cell> cells = new ArrayList<>(List.of(new WordDraft.Cell(messages.text(language, "document.fields.index"), "{{index}}", false)));
        columns.forEach(column -> cells.add(
                new WordDraft.Cell(messages.label(language, column), "{{" + column.name() + "}}", column.equals(columns.getFirst()))));
        draft.lines(lines.name(), cells, (int) columns.stream().filter(Starters::isFigure).count());
    }

    private static boolean isWide(Attribute<?> attribute) {
        return attribute.type() instanceof TextType text && text.maxLength() > 250;
    }

    private static boolean isFigure(Attribute<?> attribute) {
        return attribute.type() instanceof MoneyType || attribute.type() instanceof DecimalType || attribute.type() instanceof NumberType;
    }
}
