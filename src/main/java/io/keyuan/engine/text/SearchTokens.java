package io.keyuan.engine.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns a record into the lexemes under which it is found, and what people type into a query for them.
 *
 * <p>Latin words are found by their beginning; Han text by any part, with {@link SearchQuery#matches} looking again
 * at the text because two grams need not be neighbours; titles also by pinyin and initials from any syllable on;
 * telephone numbers by their first or last digits; e-mail addresses by any word; codes with or without their hyphens.
 */
public final class SearchTokens {
    /** What a text is, which decides how people look for it. */
    public enum Kind {
        /** The name of a record, a company's for example: found by pinyin too. */
        TITLE,
        /** The name of a person: as a title, the surname read as one. */
        PERSON_NAME,
        PHONE,
        EMAIL,
        /** A number or code of ours or theirs, such as ORD-2026-000123. */
        CODE,
        /** Anything else. */
        TEXT
    }

    /** A text of a record and what it is. */
    public record Part(Kind kind, String text) {}

    private SearchTokens() {}

    /**
     * The lexemes of a record, sorted, none twice, at most 400. Where there is more text, names, numbers and
     * addresses go before long text, whatever the order of the parts.
     */
    public static List<String> document(Iterable<Part> parts) {
        return document(parts, DocumentLexemes.MOST);
    }

    /** The same, at most so many. */
    public static List<String> document(Iterable<Part> parts, int most) {
        List<Part> ordered = new ArrayList<>();
        parts.forEach(ordered::add);
        ordered.sort(Comparator.comparing(Part::kind));
        DocumentLexemes lexemes = new DocumentLexemes(most);
        ordered.forEach(lexemes::add);
        return lexemes.sorted();
    }

    /** The text of a tsvector value with the lexemes of a record; cast it, do not parse it as a document. */
    public static String tsvector(Iterable<Part> parts) {
        return tsvector(document(parts));
    }

    /** The text of a tsvector value with these lexemes and no positions. */
    public static String tsvector(List<String> lexemes) {
        StringBuilder literal = new StringBuilder(lexemes.size() * 12);
        for (String lexeme : lexemes) {
            literal.append(literal.isEmpty() ? "" : " ").append(Lexemes.quoted(lexeme));
        }
        return literal.toString();
    }

    /** The query for what somebody typed; its first 200 chars and first eight terms count. */
    public static SearchQuery query(String typed) {
        return SearchQuery.of(typed);
    }
}
