package io.keyuan.engine.imports;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.Messages;
import io.keyuan.engine.MultiChoiceType;
import io.keyuan.engine.ObjectType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How columns, choices and records have to be called in a file so that an import takes them for the same: as people call them
 * where that says it, else by name, code or id.
 */
@Component
public class Spelling {

    private final Headers headers;
    private final ChoiceWords words;
    private final ChoiceLists lists;
    private final RecordFinder finder;
    private final Messages messages;

    Spelling(Headers headers, ChoiceWords words, ChoiceLists lists, RecordFinder finder, Messages messages) {
        this.headers = headers;
        this.words = words;
        this.lists = lists;
        this.finder = finder;
        this.messages = messages;
    }

    /** The heads of columns, no two alike. */
    public List<String> headers(ObjectType type, List<Attribute<?>> columns, Locale language) {
        Map<String, Attribute<?>> names = headers.names(type);
        return columns.stream().map(column -> header(names, column, messages.label(language, column))).toList();
    }

    private static String header(Map<String, Attribute<?>> names, Attribute<?> column, String label) {
        return column.equals(names.get(Words.header(label))) ? label : column.name();
    }

    /** The choices of an attribute by their codes. */
    public Map<String, String> choices(Attribute<?> attribute, Locale language) {
        ChoiceWords.OfAttribute taken = words.of(attribute);
        Map<String, String> spelt = new HashMap<>();
        for (ChoiceList.Item item : lists.of(attribute).items()) {
            String label = messages.label(language, attribute, item);
            spelt.put(item.code(), isClear(attribute, label) && item.code().equals(taken.code(label)) ? label : item.code());
        }
        return spelt;
    }

    /** Where a cell may name several, one of them must not read as two. */
    private static boolean isClear(Attribute<?> attribute, String label) {
        return !(attribute.type() instanceof MultiChoiceType) || MultiChoiceType.words(label).size() == 1;
    }

    /**
     * The names of records that others point to.
     *
     * @param titles of those the reader sees, by their ids
     */
    public Map<UUID, String> names(ObjectType target, Map<UUID, String> titles) {
        Set<String> asked = Set.copyOf(titles.values());
        Map<String, Set<UUID>> keyed = finder.exact(target, target.externalId, asked);
        Map<String, Set<UUID>> titled = finder.exact(target, target.title(), asked);
        Map<UUID, String> names = new HashMap<>();
        titles.forEach((id, title) -> {
            boolean clear = only(id, titled.get(title)) && (!keyed.containsKey(title) || only(id, keyed.get(title)));
            names.put(id, clear && MarkedName.id(title).isEmpty() ? title : MarkedName.of(title, id));
        });
        return names;
    }

    private static boolean only(UUID id, @Nullable Set<UUID> found) {
        return found != null && found.equals(Set.of(id));
    }
}
