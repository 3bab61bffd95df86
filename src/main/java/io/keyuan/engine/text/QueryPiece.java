package io.keyuan.engine.text;

import io.keyuan.engine.text.SearchQuery.Alternative;
import io.keyuan.engine.text.SearchQuery.Term;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One thing a query asks for: how the index is asked, and how the text is checked again. */
sealed interface QueryPiece {
    /** Conditions on the lexemes that every record with this piece meets. */
    List<Term> terms();

    /** Whether the piece is really in the text. */
    boolean occursIn(SearchText text);

    /** Neighbouring Han characters. */
    record Han(String run) implements QueryPiece {
        /** So many pairs narrow a search enough. */
        private static final int PAIRS = 16;

        @Override
        public List<Term> terms() {
            return Lexemes.grams(run).stream()
                    .distinct()
                    .limit(PAIRS)
                    .map(gram -> new Term(List.of(new Alternative(gram, false))))
                    .toList();
        }

        @Override
        public boolean occursIn(SearchText text) {
            return text.contains(run);
        }
    }

    /** A word that is not all digits: the beginning of one, or pinyin, or initials. */
    record Word(String letters) implements QueryPiece {
        @Override
        public List<Term> terms() {
            Set<Alternative> alternatives = new LinkedHashSet<>();
            alternatives.add(new Alternative(Lexemes.word(letters), true));
            if (mayBePinyin()) {
                alternatives.add(new Alternative(Lexemes.pinyin(letters), true));
                alternatives.add(new Alternative(Lexemes.initials(letters), true));
                LegalForm.speltCores(letters).forEach(core -> alternatives.add(whole(Lexemes.pinyin(core))));
                LegalForm.initialCores(letters).forEach(core -> alternatives.add(whole(Lexemes.initials(core))));
            }
            return List.of(new Term(List.copyOf(alternatives)));
        }

        @Override
        public boolean occursIn(SearchText text) {
            return text.hasWordFrom(letters) || mayBePinyin() && text.sounds(letters);
        }

        private boolean mayBePinyin() {
            return letters.length() >= 2 && letters.chars().allMatch(c -> c >= 'a' && c <= 'z');
        }

        private static Alternative whole(String lexeme) {
            return new Alternative(lexeme, false);
        }
    }

    /** Digits: the beginning of a word, or of a telephone number, or its end. */
    record Digits(PhoneDigits number) implements QueryPiece {
        private static final int SHORTEST = 3;

        @Override
        public List<Term> terms() {
            Set<Alternative> alternatives = new LinkedHashSet<>();
            alternatives.add(new Alternative(Lexemes.word(number.whole()), true));
            if (mayBePhone()) {
                alternatives.add(new Alternative(Lexemes.word(number.national()), true));
                alternatives.add(new Alternative(Lexemes.reversed(number.tail()), true));
            }
            return List.of(new Term(List.copyOf(alternatives)));
        }

        @Override
        public boolean occursIn(SearchText text) {
            return text.hasWordFrom(number.whole()) || mayBePhone() && text.hasNumber(number);
        }

        private boolean mayBePhone() {
            return number.whole().length() >= SHORTEST;
        }
    }

    /** An e-mail address, whole or in part. */
    record Email(String address) implements QueryPiece {
        @Override
        public List<Term> terms() {
            return List.of(new Term(List.of(new Alternative(Lexemes.word(address), true))));
        }

        @Override
        public boolean occursIn(SearchText text) {
            return text.contains(address);
        }
    }
}
