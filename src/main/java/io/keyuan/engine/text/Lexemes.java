package io.keyuan.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The forms in which text is kept in the search index, so that documents and queries agree on them.
 *
 * <p>Words and Han grams stand as they are. What is derived from them begins with a sign that no word contains.
 */
final class Lexemes {
    /** Longer pinyin is cut; the text itself is looked at again after the index. */
    static final int PINYIN = 16;
    /** Longer runs of initials are cut. */
    static final int INITIALS = 8;
    /** Chars of the longest word: at four bytes each, far below what a tsvector takes. */
    private static final int WORD = 120;

    private Lexemes() {}

    static String word(String word) {
        return Characters.first(word, WORD);
    }

    static String pinyin(String letters) {
        return '~' + Characters.first(letters, PINYIN);
    }

    static String initials(String letters) {
        return '^' + Characters.first(letters, INITIALS);
    }

    /** Digits backwards. */
    static String reversed(String digits) {
        return '<' + Characters.first(new StringBuilder(digits).reverse().toString(), WORD);
    }

    /** Pairs of neighbouring Han characters; the character itself where it is alone. */
    static List<String> grams(String run) {
        List<String> grams = new ArrayList<>();
        eachPair(run, grams::add);
        return grams.isEmpty() ? List.of(run) : grams;
    }

    /** Each Han character and each pair of neighbours. */
    static void eachGram(String run, Consumer<String> gram) {
        for (int at = 0; at < run.length(); at = run.offsetByCodePoints(at, 1)) {
            gram.accept(run.substring(at, run.offsetByCodePoints(at, 1)));
        }
        eachPair(run, gram);
    }

    private static void eachPair(String run, Consumer<String> pair) {
        int second = run.offsetByCodePoints(0, 1);
        for (int first = 0; second < run.length(); ) {
            int end = run.offsetByCodePoints(second, 1);
            pair.accept(run.substring(first, end));
            first = second;
            second = end;
        }
    }

    /** A literal of PostgreSQL's text search: in quotes, with quotes and backslashes doubled. */
    static String quoted(String lexeme) {
        return '\'' + lexeme.replace("\\", "\\\\").replace("'", "''") + '\'';
    }
}
