package io.keyuan.engine.document;

import io.keyuan.engine.Fault;
import io.keyuan.engine.ObjectType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import org.springframework.stereotype.Component;

/** Short texts with fields of a record in double braces, as templates of documents have them, but without lines and sections. */
@Component
public class TextFields {

    private final MergeFields fields;
    private final FieldValues values;

    TextFields(MergeFields fields, FieldValues values) {
        this.fields = fields;
        this.values = values;
    }

    /**
     * What is wrong with what a text asks for.
     *
     * @param path where the text stands, for the faults
     */
    public List<Fault> check(ObjectType type, String path, String text) {
        return asked(type, List.of(text)).stream().flatMap(asked -> fault(type, path, asked).stream()).toList();
    }

    private Optional<Fault> fault(ObjectType type, String path, Asked asked) {
        String written = asked.place().written();
        if (asked.place().tag().kind() != Tag.Kind.VALUE || asked.meaning() != null && !asked.meaning().isText()) {
            return Optional.of(Fault.at(path, "text-field-plain", written));
        }
        if (asked.meaning() != null) {
            return Optional.empty();
        }
        String near = fields.near(type, null, asked.path());
        return Optional.of(near == null ? Fault.at(path, "text-field-unknown", written) : Fault.at(path, "text-field-unknown-near", written, near));
    }

    /**
     * The texts with the values in them that the caller may read; the others stay empty.
     *
     * @return by record and by text as it is written; without records that are not there for the caller
     */
    public Map<UUID, Map<String, String>> fill(ObjectType type, List<UUID> records, Collection<String> texts, Locale language) {
        Map<UUID, Map<String, String>> all = new LinkedHashMap<>();
        if (!texts.isEmpty() && !records.isEmpty()) {
            values.of(type, records, asked(type, texts), language).forEach((record, filled) -> {
                Map<String, String> said = new LinkedHashMap<>();
                texts.forEach(text -> said.put(text, filled(text, filled.values())));
                all.put(record, said);
            });
        }
        return all;
    }

    private static String filled(String text, Map<String, Object> values) {
        return Tag.IN_TEXT.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(Tag.of(match.group(1)), values)));
    }

    private static String value(Tag tag, Map<String, Object> values) {
        return values.get(tag.path()) instanceof String value && !value.isEmpty() ? value : tag.otherwise();
    }

    private List<Asked> asked(ObjectType type, Collection<String> texts) {
        List<AskedFor.Place> places = new ArrayList<>();
        for (String text : texts) {
            for (MatchResult match : Tag.IN_TEXT.matcher(text).results().toList()) {
                places.add(new AskedFor.Place(Tag.of(match.group(1)), match.group(), "", 1, "", ""));
            }
        }
        return fields.asked(type, places);
    }
}
