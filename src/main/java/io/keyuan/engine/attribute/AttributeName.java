package io.keyuan.engine.attribute;

import io.keyuan.engine.AttributeDefinition;
import io.keyuan.engine.text.Pinyin;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of attributes that companies add: {@code c_} and a word that filters, files and programs can say. */
final class AttributeName {

    private static final int LONGEST = 40;
    private static final Pattern FORM = Pattern.compile(AttributeDefinition.PREFIX + "[a-z][A-Za-z0-9]{0," + (LONGEST - 1) + "}");

    private AttributeName() {}

    static boolean isOne(String name) {
        return FORM.matcher(name).matches();
    }

    /** One made of what people call the attribute, in letters everybody can type. */
    static String of(String label, Predicate<String> taken) {
        String latin = label.codePoints()
                .mapToObj(character -> Character.isIdeographic(character) ? reading(character) : Character.toString(character))
                .collect(Collectors.joining());
        String plain = java.text.Normalizer.normalize(latin, java.text.Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        StringBuilder word = new StringBuilder();
        for (String part : plain.split("[^A-Za-z0-9]+")) {
            word.append(word.isEmpty() ? part.toLowerCase(Locale.ROOT) : capital(part));
        }
        return free(word.isEmpty() || !Character.isLetter(word.charAt(0)) ? "field" + word : word.toString(), taken);
    }

    private static String free(String word, Predicate<String> taken) {
        String base = AttributeDefinition.PREFIX + word.substring(0, Math.min(word.length(), LONGEST - 3));
        String name = base;
        for (int number = 2; taken.test(name); number++) {
            name = base + number;
        }
        return name;
    }

    private static String reading(int character) {
        return " " + String.join("", Pinyin.syllables(Character.toString(character))) + " ";
    }

    private static String capital(String part) {
        return part.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1).toLowerCase(Locale.ROOT);
    }
}
