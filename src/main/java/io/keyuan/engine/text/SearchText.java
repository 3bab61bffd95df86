package io.keyuan.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of a record against which a query is checked again; what is costly is worked out when first asked for. */
final class SearchText {
    private static final Pattern HYPHENS = Pattern.compile("[-_./#]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{3,}");

    private final String title;
    private final String all;
    private @Nullable List<Spelling> spellings;
    private @Nullable List<PhoneDigits> numbers;
    private @Nullable String joined;

    SearchText(String title, String rest) {
        this.title = Folding.fold(Characters.clean(title));
        this.all = this.title + '\n' + Folding.fold(Characters.clean(rest));
    }

    boolean contains(String run) {
        return all.contains(run);
    }

    /** Whether a word, or a code without its hyphens, begins with the letters. */
    boolean hasWordFrom(String start) {
        return hasWordFrom(all, start) || hasWordFrom(joined(), start);
    }

    /** Whether the title, spoken, has the letters from a syllable on, spelt out or as initials. */
    boolean sounds(String letters) {
        return spellings().stream().anyMatch(spelling -> spelling.has(letters));
    }

    /** Whether a number begins or ends with the digits. */
    boolean hasNumber(PhoneDigits typed) {
        return numbers().stream().anyMatch(number -> number.has(typed));
    }

    private static boolean hasWordFrom(String text, String start) {
        for (int at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
            if (at == 0 || !Hanzi.isWord(text.codePointBefore(at))) {
                return true;
            }
        }
        return false;
    }

    private String joined() {
        if (joined == null) {
            joined = HYPHENS.matcher(all).replaceAll("");
        }
        return joined;
    }

    private List<Spelling> spellings() {
        if (spellings == null) {
            spellings = new ArrayList<>(Spelling.of(title, title.length(), false));
            spellings.addAll(Spelling.of(title, title.length(), true));
        }
        return spellings;
    }

    /** Numbers with their groups joined, and each group for itself, for two numbers may stand side by side. */
    private List<PhoneDigits> numbers() {
        if (numbers == null) {
            numbers = new ArrayList<>(PhoneDigits.in(all));
            DIGITS.matcher(all).results().map(group -> PhoneDigits.of(group.group())).forEach(numbers::add);
        }
        return numbers;
    }
}
