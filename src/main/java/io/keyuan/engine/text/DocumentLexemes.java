package io.keyuan.engine.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects the lexemes of one record until there are enough. */
final class DocumentLexemes {
    static final int MOST = 400;
    private static final Pattern INSIDE_CODE = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Set<String> lexemes = HashSet.newHashSet(64);
    private final int most;

    DocumentLexemes(int most) {
        this.most = most;
    }

    List<String> sorted() {
        String[] sorted = lexemes.toArray(String[]::new);
        Arrays.sort(sorted);
        return List.of(sorted);
    }

    void add(SearchTokens.Part part) {
        if (lexemes.size() >= most) {
            return;
        }
        String folded = Folding.fold(Characters.clean(part.text()));
        addPieces(folded);
        switch (part.kind()) {
            case TITLE -> addSpellings(folded, false);
            case PERSON_NAME -> addPerson(folded);
            case PHONE -> PhoneDigits.in(folded).forEach(this::addPhone);
            case CODE -> addCode(folded);
            case EMAIL, TEXT -> {}
        }
    }

    private void add(String lexeme) {
        if (lexemes.size() < most) {
            lexemes.add(lexeme);
        }
    }

    private void addPieces(String folded) {
        Pieces.visit(folded, new Pieces.Visitor() {
            @Override
            public void han(String run) {
                Lexemes.eachGram(run, DocumentLexemes.this::add);
            }

            @Override
            public void word(String word) {
                add(Lexemes.word(word));
            }
        });
        for (String address : EmailAddresses.in(folded)) {
            EmailAddresses.eachSuffix(address, this::add);
        }
    }

    /** A company may be called as a person is, and few people know every surname: both readings are kept. */
    private void addPerson(String folded) {
        addSpellings(folded, true);
        addSpellings(folded, false);
    }

    private void addSpellings(String folded, boolean person) {
        for (Spelling spelling : Spelling.of(folded, LegalForm.coreLength(folded), person)) {
            spelling.eachSuffix(Lexemes.PINYIN, suffix -> add(Lexemes.pinyin(suffix)));
            spelling.eachInitials(Lexemes.INITIALS, suffix -> add(Lexemes.initials(suffix)));
        }
    }

    private void addPhone(PhoneDigits phone) {
        add(Lexemes.word(phone.whole()));
        add(Lexemes.word(phone.national()));
        add(Lexemes.reversed(phone.whole()));
    }

    private void addCode(String folded) {
        String joined = INSIDE_CODE.matcher(folded).replaceAll("");
        if (!joined.isEmpty()) {
            add(Lexemes.word(joined));
        }
        int tail = joined.length();
        while (tail > 0 && Hanzi.isDigit(joined.charAt(tail - 1))) {
            tail--;
        }
        if (tail < joined.length()) {
            add(Lexemes.reversed(joined.substring(tail)));
        }
    }
}
