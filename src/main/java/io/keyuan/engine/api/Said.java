package io.keyuan.engine.api;

import io.keyuan.engine.BadValue;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Languages;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import io.keyuan.engine.TextType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What settings say that somebody sends: each takes what is wrong with it. */
public final class Said {

    /** Of what people call things. */
    public static final int LONGEST_WORD = 60;

    private static final Set<String> LANGUAGES = Languages.all().stream().map(Locale::toLanguageTag).collect(Collectors.toSet());

    private Said() {}

    public static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw Problem.of(ProblemKind.RULE_BROKEN, faults.toArray(Fault[]::new));
        }
    }

    /** Values are stored as what the definition says. */
    public static void refuseFixed(String path, @Nullable Object given, @Nullable Object before, List<Fault> faults) {
        if (given != null && !given.equals(before)) {
            faults.add(Fault.at(path, "not-writable"));
        }
    }

    /**
     * Words by language.
     *
     * @param name of one, in the language of whoever sends it; with an s at its end of all of them
     * @param longest so many characters at most
     * @param more by language; an empty or missing word takes it away
     */
    public static Map<String, String> words(
            String name, int longest, Map<String, String> before, @Nullable String one, @Nullable Map<String, @Nullable String> more, List<Fault> faults) {
        Map<String, @Nullable String> given = new HashMap<>(more == null ? Map.of() : more);
        if (one != null) {
            given.put(Languages.closest(Caller.current().locale()).toLanguageTag(), one);
        }
        Map<String, String> words = new HashMap<>(before);
        given.forEach((language, word) -> {
            String text = text(more != null && more.containsKey(language) ? name + "s." + language : name, word, longest, faults);
            if (!LANGUAGES.contains(language)) {
                faults.add(Fault.at(name + "s", "unknown-language"));
            } else if (text.isEmpty()) {
                words.remove(language);
            } else {
                words.put(language, text);
            }
        });
        return words;
    }

    /** @return it without blanks around it; empty for none, or where it cannot be kept */
    public static String text(String path, @Nullable String given, int longest, List<Fault> faults) {
        String text = given == null ? "" : given.strip();
        try {
            TextType.checkCharacters(text);
        } catch (BadValue bad) {
            faults.add(Fault.at(path, bad.code(), bad.args().toArray()));
            return "";
        }
        if (text.length() > longest) {
            faults.add(Fault.at(path, "too-long", longest, text.length()));
        }
        return text;
    }
}
