package io.keyuan.engine.attribute;

import io.keyuan.engine.ObjectDefinition;
import io.keyuan.engine.text.Pinyin;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What objects of companies are called in addresses: {@code c-} and words with hyphens between them. */
final class ObjectPath {

    private static final int LONGEST = 40;
    private static final Pattern FORM = Pattern.compile(ObjectDefinition.PREFIX + "(?=.{1," + LONGEST + "}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private ObjectPath() {}

    static boolean isOne(String path) {
        return FORM.matcher(path).matches();
    }

    /** One made of what people call the records, in letters everybody can type. */
    static String of(String label, Predicate<String> taken) {
        String latin = label.codePoints()
                .mapToObj(character -> Character.isIdeographic(character) ? String.join("", Pinyin.syllables(Character.toString(character))) : Character.toString(character))
                .collect(Collectors.joining());
        String plain = Normalizer.normalize(latin, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
        String words = Arrays.stream(plain.split("[^a-z0-9]+")).filter(part -> !part.isEmpty()).collect(Collectors.joining("-"));
        String begun = words.isEmpty() || !Character.isLetter(words.charAt(0)) ? "object" + words : words;
        String base = ObjectDefinition.PREFIX + begun.substring(0, Math.min(begun.length(), LONGEST - 3)).replaceAll("-$", "");
        String path = base;
        for (int number = 2; taken.test(path); number++) {
            path = base + number;
        }
        return path;
    }
}
