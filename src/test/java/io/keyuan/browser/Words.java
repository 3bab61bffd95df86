package io.keyuan.browser;

import io.keyuan.RunningProgram;
import io.keyuan.engine.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people read in one of the languages, for walks that are the same in each. */
record Words(Locale language, JsonNode console) {

    private static final Path I18N = Path.of("web", "src", "i18n");
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\w+(, inline)?\\}\\}");

    /** @param locale of a browser, such as {@code zh-CN} */
    static Words of(String locale) {
        Locale language = Locale.forLanguageTag(locale);
        String file = language.getLanguage().equals("zh") ? locale : language.getLanguage();
        ObjectNode words = read(I18N.resolve(file + ".json"));
        try (Stream<Path> parts = Files.list(I18N)) {
            parts.filter(Files::isDirectory).sorted().forEach(part -> add(words, read(part.resolve(file + ".json"))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Words(language, words);
    }

    private static ObjectNode read(Path file) {
        try {
            return (ObjectNode) JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Words of what few people see stand in files of their own. */
    private static void add(ObjectNode words, ObjectNode part) {
        part.forEachEntry((name, more) -> {
            if (words.get(name) instanceof ObjectNode known) {
                known.setAll((ObjectNode) more);
            } else {
                words.set(name, more);
            }
        });
    }

    /**
     * What the console says under a key such as {@code action.save}.
     *
     * @param values for the places left in it, in their order
     */
    String say(String key, String... values) {
        JsonNode words = console.at("/" + key.replace('.', '/'));
        if (!words.isString()) {
            throw new IllegalArgumentException("no words under " + key);
        }
        int[] next = {0};
        return PLACE.matcher(words.asString()).replaceAll(place ->
                Matcher.quoteReplacement(place.group(1) == null ? values[next[0]++] : withinSentence(values[next[0]++])));
    }

    /** What the program calls an object, an attribute or a choice, such as {@code opportunity.stage.lost}. */
    String label(String key) {
        return RunningProgram.get().bean(Messages.class).text(language, key);
    }

    /** As the console writes labels within English sentences. */
    private String withinSentence(String label) {
        return language.getLanguage().equals("en") && label.matches("[A-Z][a-z].*") ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1) : label;
    }
}
